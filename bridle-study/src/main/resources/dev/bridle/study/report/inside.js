/** A look into the networks: norms over the epochs, a panel for each weight, and scores under noise. */
function drawInside(panels, noise, data) {
  panels.forEach((element, i) =>
    chart(element, (colors) => insideLines(data.norms[i].lines, colors, {
      xAxis: numberAxis({ min: 0, max: data.norms[i].epochs }, colors, { ...axisName("epoch", colors, 24), interval: undefined, splitLine: { show: false } }),
      yAxis: numberAxis(data.norms[i].axis, colors),
      tip: (x) => `epoch ${x}`,
    })));
  if (noise !== null) {
    chart(noise, (colors) => insideLines(data.noise.lines, colors, {
      xAxis: numberAxis({ min: 0, max: 1, step: 0.2 }, colors, { ...axisName("noise, standard deviations", colors, 24), splitLine: { show: false } }),
      yAxis: numberAxis(data.noise.axis, colors),
      tip: (x) => `noise ${x}`,
      symbol: "circle",
    }));
  }
}

function insideLines(lines, colors, how) {
  return {
    grid: { left: 4, right: 14, top: 10, bottom: 26, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    xAxis: how.xAxis,
    yAxis: how.yAxis,
    tooltip: {
      trigger: "axis",
      axisPointer: { type: "line", lineStyle: { color: colors.line }, label: { show: false } },
      formatter: (items) =>
        tip(how.tip(plain(items[0].value[0])), items.map((item) => `${item.seriesName} ${plain(item.value[1])}`)),
    },
    series: lines.map((line) => ({
      name: line.label,
      type: "line",
      symbol: how.symbol ?? "none",
      symbolSize: 6,
      itemStyle: { color: line.baseline ? colors.baseline : colors.accent },
      lineStyle: line.baseline ? { color: colors.baseline, width: 1.5, type: "dashed" } : { color: colors.accent, width: 2 },
      data: line.points,
    })),
  };
}
