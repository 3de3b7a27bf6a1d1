/** Scores over strengths, one small chart per family. */
function drawStrengths(elements, data) {
  elements.forEach((element, i) => chart(element, (colors) => strengthPanel(data.panels[i], data, colors)));
}

function strengthPanel(panel, data, colors) {
  const points = ordered(panel);
  const seen = points.filter((p) => p.mean !== null);
  const banded = seen.filter((p) => p.low !== null && p.high !== null);
  return {
    grid: { left: 4, right: 14, top: 10, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    xAxis: strengthAxis(panel, points, colors),
    yAxis: numberAxis(panel.axis, colors),
    tooltip: {
      trigger: "item",
      formatter: (item) => {
        const point = seen[item.dataIndex];
        return tip(point.recipe, [point.line, ...(point.chosen ? ["chosen"] : [])]);
      },
    },
    series: [
      ...band("score", banded, colors.accent),
      trainLine(points, colors),
      scoreLine(seen, data, colors),
    ],
  };
}

/** With the place of each point on the x axis, from the weakest strength to the strongest. */
function ordered(panel) {
  const numbers = panel.scale !== "category";
  const points = panel.points.map((p, i) => ({ ...p, x: numbers ? p.x : i }));
  return numbers ? points.sort((a, b) => a.x - b.x) : points;
}

function strengthAxis(panel, points, colors) {
  const label = { color: colors.quiet, fontSize: 12, hideOverlap: true };
  const common = { axisLine: { lineStyle: { color: colors.line } }, axisTick: { show: false }, splitLine: { show: false } };
  if (panel.scale === "category") {
    return { ...common, type: "category", data: points.map((_, i) => String(i + 1)), axisLabel: label };
  }
  const xs = points.map((p) => p.x);
  const [least, most] = [Math.min(...xs), Math.max(...xs)];
  const log = panel.scale === "log";
  const slack = log ? (most / least) ** 0.05 : (most - least) * 0.05;
  return {
    ...common,
    type: panel.scale,
    logBase: 10,
    min: log ? least / slack : least - slack,
    max: log ? most * slack : most + slack,
    // the strengths that were tried, and no others
    axisLabel: { ...label, customValues: xs, formatter: plain },
  };
}

function trainLine(points, colors) {
  return {
    type: "line",
    symbol: "none",
    silent: true,
    lineStyle: { color: colors.train, width: 2, type: "dotted" },
    data: points.filter((p) => p.train !== null).map((p) => [p.x, p.train]),
  };
}

function scoreLine(seen, data, colors) {
  return {
    type: "line",
    symbol: "circle",
    lineStyle: { color: colors.accent, width: 2 },
    data: seen.map((p) => ({
      value: [p.x, p.mean],
      symbolSize: p.chosen ? 11 : 6,
      itemStyle: p.chosen
        ? { color: colors.accent, borderColor: colors.page, borderWidth: 1.5 }
        : { color: colors.page, borderColor: colors.accent, borderWidth: 1.5 },
    })),
    markLine: {
      silent: true,
      symbol: "none",
      label: { show: false },
      lineStyle: { color: colors.baseline, width: 1.5, type: "dashed" },
      data: data.baseline === null ? [] : [{ yAxis: data.baseline }],
    },
  };
}
