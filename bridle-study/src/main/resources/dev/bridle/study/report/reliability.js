/** Confidence and the share of right answers; the diagonal is where they agree. */
function drawReliability(element, data) {
  chart(element, (colors) => ({
    legend: {
      left: 0,
      top: 0,
      orient: "vertical",
      selectedMode: false,
      icon: "circle",
      itemWidth: 10,
      itemHeight: 10,
      textStyle: { color: colors.text, fontSize: 12.5, width: 330, overflow: "truncate" },
      data: data.arms.map((arm) => arm.label),
    },
    grid: { left: 44, right: 12, top: 60, bottom: 46 },
    xAxis: shareAxis("confidence", data.from, colors, 28),
    yAxis: shareAxis("right", data.from, colors, 36),
    tooltip: {
      trigger: "item",
      formatter: (item) => tip(item.seriesName, [data.arms[item.seriesIndex].points[item.dataIndex].line]),
    },
    series: [
      ...data.arms.map((arm) => {
        const color = arm.baseline ? colors.baseline : colors.accent;
        return {
          name: arm.label,
          type: "line",
          symbol: "circle",
          color,
          lineStyle: { color, width: 1.5, type: arm.baseline ? "dashed" : "solid" },
          itemStyle: { color, opacity: 0.85 },
          data: arm.points.map((p) => ({ value: [p.confidence, p.accuracy], symbolSize: 5 + 22 * Math.sqrt(p.share) })),
        };
      }),
      {
        type: "line",
        symbol: "none",
        silent: true,
        z: 1,
        lineStyle: { color: colors.line, width: 1.5 },
        data: [[data.from, data.from], [1, 1]],
      },
    ],
  }));
}

function shareAxis(text, from, colors, gap) {
  const percent = { axisLabel: { color: colors.quiet, fontSize: 12, formatter: (v) => Math.round(100 * v) + " %" } };
  return numberAxis({ min: from, max: 1, step: from < 0.8 ? 0.2 : 0.05 }, colors, { ...axisName(text, colors, gap), ...percent });
}
