/** Train and score: a ring and a dot per arm, and the line between them. */
function drawGaps(element, data) {
  const inside = (value) => within(data.axis, value);
  rowChart(element, data.rows.length, 30, 50, (colors, narrow) => ({
    grid: narrow
      ? { left: 12, right: 12, top: 8, bottom: 56 }
      : { left: 250, right: 30, top: 8, bottom: 56 },
    xAxis: numberAxis(data.axis, colors, axisName(data.unit, colors, 30)),
    yAxis: rowAxis(data.rows.map((row) => row.label), colors, narrow),
    tooltip: {
      trigger: "axis",
      axisPointer: rowPointer(colors),
      formatter: (items) => tip(data.rows[items[0].dataIndex].label, data.rows[items[0].dataIndex].lines),
    },
    series: [
      {
        type: "scatter",
        symbolSize: (value) => value[2],
        z: 4,
        itemStyle: { color: colors.accent },
        data: data.rows.map((row, i) => [inside(row.score), i, row.score === inside(row.score) ? 11 : 0]),
        markLine: {
          silent: true,
          symbol: "none",
          label: { show: false },
          lineStyle: { color: colors.baseline, width: 1.5, type: "dashed" },
          data: data.baseline === null ? [] : [{ xAxis: data.baseline }],
        },
      },
      {
        type: "scatter",
        silent: true,
        symbolSize: 11,
        z: 3,
        itemStyle: { color: colors.page, borderColor: colors.train, borderWidth: 2 },
        data: data.rows.map((row, i) => [row.train === inside(row.train) ? row.train : "-", i]),
      },
      {
        type: "line",
        silent: true,
        symbol: "none",
        lineStyle: { color: colors.quiet, width: 1.5 },
        data: data.rows.flatMap((row, i) => [[inside(row.train), i], [inside(row.score), i], ["-", i]]),
      },
      beyond(data.axis, data.rows.map((row) => ({ at: row.score, text: row.value, color: colors.accent }))),
    ],
  }));
}
