/** One bar for each of several things, with a text at its end. */
function drawBars(element, data) {
  rowChart(element, data.labels.length, 28, 46, (colors, narrow) => ({
    grid: narrow
      ? { left: 12, right: 110, top: 12, bottom: 50 }
      : { left: 250, right: 150, top: 8, bottom: 50 },
    xAxis: {
      type: "value",
      min: 0,
      axisLabel: { color: colors.quiet, fontSize: 12, hideOverlap: true, formatter: plain },
      splitLine: { lineStyle: { color: colors.faint } },
      ...axisName(data.unit, colors, 30),
    },
    yAxis: rowAxis(data.labels, colors, narrow, { splitLine: { show: false } }),
    tooltip: {
      trigger: "axis",
      axisPointer: rowPointer(colors),
      formatter: ([item]) => tip(data.labels[item.dataIndex], [data.texts[item.dataIndex]]),
    },
    series: [
      {
        type: "bar",
        barMaxWidth: narrow ? 10 : 16,
        itemStyle: { color: colors.accent },
        label: {
          show: true,
          position: "right",
          color: colors.quiet,
          fontSize: 12,
          formatter: (item) => data.texts[item.dataIndex],
        },
        data: data.values,
      },
    ],
  }));
}
