/** The colours of the style sheet, as they are now: light, dark or on paper. */
function theme() {
  const style = getComputedStyle(document.documentElement);
  return new Proxy({}, { get: (_, name) => style.getPropertyValue("--" + name).trim() });
}

/** What all charts share. */
function base(colors) {
  return {
    animation: false,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: colors.text },
    tooltip: {
      confine: true,
      backgroundColor: colors.page,
      borderColor: colors.line,
      borderWidth: 1,
      padding: [7, 10],
      extraCssText: "box-shadow: 0 2px 8px rgb(0 0 0 / 12%)",
    },
  };
}

/** An axis of numbers whose range the report has chosen. */
function numberAxis(axis, colors, more) {
  return {
    type: "value",
    min: axis.min,
    max: axis.max,
    interval: axis.step,
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { color: colors.quiet, fontSize: 12, hideOverlap: true, formatter: plain },
    splitLine: { lineStyle: { color: colors.faint } },
    ...more,
  };
}

/** The name of an axis, in the middle beside it. */
function axisName(text, colors, gap) {
  return {
    name: text,
    nameLocation: "middle",
    nameGap: gap,
    nameTextStyle: { color: colors.quiet, fontSize: 12 },
  };
}

/** A number on an axis: few letters, a true minus sign. */
function plain(value) {
  const size = Math.abs(value);
  const text = size !== 0 && (size < 1e-3 || size >= 1e6)
    ? value.toExponential(0).replace("e+", "e")
    : String(Number(value.toPrecision(6)));
  return text.replace(/-/g, "−").replace("e−", "e-");
}

/** The rows of a chart with one arm each; on narrow screens their labels stand above them. */
function rowAxis(labels, colors, narrow, more) {
  return {
    type: "category",
    inverse: true,
    z: narrow ? 10 : 0,
    data: labels,
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { show: true, lineStyle: { color: colors.faint } },
    axisLabel: {
      color: colors.text,
      fontSize: 12.5,
      interval: 0,
      width: narrow ? 330 : 225,
      overflow: "truncate",
      ...(narrow
        ? { inside: true, margin: 0, verticalAlign: "bottom", padding: [0, 0, 10, 0] }
        : { margin: 14 }),
    },
    ...more,
  };
}

/** What marks the row that somebody points at. */
function rowPointer(colors) {
  return { type: "shadow", axis: "y", z: 1, shadowStyle: { color: colors.band, opacity: 0.5 }, label: { show: false } };
}

/**
 * A band between two lines: an invisible line, and on it a filled one of the height between. The height comes first in
 * the data since ECharts stacks the first dimension that is a number.
 */
function band(stack, points, color, more) {
  const line = { type: "line", stack, stackStrategy: "all", symbol: "none", silent: true, encode: { x: 1, y: 0 }, lineStyle: { opacity: 0 }, ...more };
  return [
    { ...line, data: points.map((p) => [p.low, p.x]) },
    { ...line, data: points.map((p) => [p.high - p.low, p.x]), areaStyle: { color, opacity: 0.16 } },
  ];
}

/** Numbers so far out that the axis of their row chart does not reach them: an arrow with the number as text. */
function beyond(axis, rows) {
  return {
    type: "scatter",
    silent: true,
    symbol: "triangle",
    symbolSize: 10,
    z: 5,
    data: rows.flatMap(({ at, text, color }, i) => {
      const edge = within(axis, at);
      const left = at < edge;
      return at === edge ? [] : [{
        value: [edge, i],
        symbolRotate: left ? 90 : -90,
        symbolOffset: [left ? 6 : -6, 0],
        itemStyle: { color },
        label: { show: true, position: left ? "right" : "left", distance: 8, formatter: () => text, color, fontSize: 12 },
      }];
    }),
  };
}

/** The nearest number that the axis shows. */
function within(axis, value) {
  return Math.min(axis.max, Math.max(axis.min, value));
}
