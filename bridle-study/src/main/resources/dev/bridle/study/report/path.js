/** The colours of layers, in the order of the style sheet's keys. */
const LAYERS = ["accent", "worse", "negligible", "failed", "undecided", "other"];

document.documentElement.classList.add("scripts");
document.querySelectorAll("table.sortable").forEach(makeSortable);

(function start() {
  const figures = JSON.parse(document.getElementById("figures").textContent);
  if (figures.scores.length === 0) {
    return;
  }
  const one = (id) => document.getElementById(id);
  const percent = { min: 0, max: 100, step: 20 };
  chart(one("scores"), (colors) => scoresOverStrengths(figures, colors, isNarrow(one("scores"))));
  chart(one("zeros"), (colors) => linesOverStrengths(figures, figures.zeros, "zeros, %", percent, colors));
  chart(one("norms"), (colors) => linesOverStrengths(figures, figures.norms, "norm", null, colors));
  chart(one("inputs"), (colors) => linesOverStrengths(figures, [figures.inputs], "inputs alive, %", percent, colors));
  followMedium();
})();

/** What all charts of a path share; stronger is on the right. */
function overStrengths(figures, yAxis, colors) {
  const xs = figures.scores.map((p) => p.x);
  const [least, most] = [Math.min(...xs), Math.max(...xs)];
  const range = figures.scale === "log" ? { logBase: 10, min: least, max: most } : { min: least, max: most };
  return {
    grid: { left: 30, right: 24, top: 26, bottom: 30, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    xAxis: {
      type: figures.scale,
      ...range,
      inverse: figures.turned,
      ...axisName(`${figures.strength}, stronger to the right`, colors, 28),
      axisLine: { lineStyle: { color: colors.line }, onZero: false },
      axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: { color: colors.quiet, fontSize: 12, hideOverlap: true, formatter: plain, showMinLabel: true, showMaxLabel: true },
    },
    yAxis,
  };
}

function scoresOverStrengths(figures, colors, narrow) {
  const points = figures.scores;
  const yAxis = numberAxis(figures.axis, colors, axisName(figures.unit, colors, 44));
  return {
    ...overStrengths(figures, yAxis, colors),
    tooltip: {
      trigger: "axis",
      axisPointer: { type: "line", lineStyle: { color: colors.line }, label: { show: false } },
      formatter: (items) => {
        const [title, ...lines] = points[items[0].dataIndex].text;
        return tip(title, lines);
      },
    },
    series: [
      ...band("validation", points, colors.accent),
      { ...pathLine(points.map((p) => [p.x, p.train]), colors.train, "dotted"), clip: true },
      {
        ...pathLine(points.map((p) => [p.x, p.mean]), colors.accent, "solid"),
        symbol: "circle",
        symbolSize: 5,
        markLine: markedStrengths(figures, colors, !narrow),
      },
    ],
  };
}

function linesOverStrengths(figures, lines, name, axis, colors) {
  const yAxis = axis === null
    ? { ...numberAxis({ min: 0 }, colors, axisName(name, colors, 44)), max: undefined, interval: undefined }
    : numberAxis(axis, colors, axisName(name, colors, 44));
  const series = lines.map((line, i) =>
    pathLine(line.points, colors[LAYERS[i % LAYERS.length]], i < LAYERS.length ? "solid" : "dashed"));
  series[0].markLine = markedStrengths(figures, colors, false);
  return {
    ...overStrengths(figures, yAxis, colors),
    tooltip: {
      trigger: "axis",
      axisPointer: { type: "line", lineStyle: { color: colors.line }, label: { show: false } },
      formatter: (items) => tip(
        figures.scores[items[0].dataIndex].text[0],
        items.map((item) => `${lines[item.seriesIndex].name} ${plain(Number(item.value[1].toPrecision(4)))}`)),
    },
    series,
  };
}

function pathLine(data, color, type) {
  return { type: "line", symbol: "none", lineStyle: { color, width: 2, type }, itemStyle: { color }, data };
}

function markedStrengths(figures, colors, named) {
  const sides = figures.marks.map((mark, i) => sideOf(figures, i));
  return {
    silent: true,
    symbol: "none",
    precision: 20, // else 0.0056 is drawn at 0.01
    lineStyle: { color: colors.baseline, width: 1.5, type: "dashed" },
    data: figures.marks.map((mark, i) => ({
      xAxis: mark.x,
      label: {
        show: named,
        position: "end",
        formatter: () => mark.text,
        color: colors.quiet,
        fontSize: 12,
        align: sides[i],
        distance: i > 0 && sides[i] === sides[0] ? 20 : 5, // one above the other
      },
    })),
  };
}

// Where the name of a mark ends or begins: within the chart, and away from the other mark; the second is the stronger
// one, on the right.
function sideOf(figures, i) {
  const place = figures.scores.findIndex((score) => score.x === figures.marks[i].x);
  const share = place / Math.max(1, figures.scores.length - 1);
  if (share > 0.8) {
    return "right";
  }
  if (share < 0.2) {
    return "left";
  }
  return figures.marks.length === 1 ? "center" : i === 0 ? "right" : "left";
}
