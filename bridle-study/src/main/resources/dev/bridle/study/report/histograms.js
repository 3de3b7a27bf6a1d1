/** How the values of columns are spread: one small chart for each. */
function drawHistograms(elements, panels) {
  elements.forEach((element, i) => chart(element, (colors) => histogram(panels[i], colors)));
}

function histogram(panel, colors) {
  return panel.labels.length > 0 ? categoryBars(panel, colors) : numberBars(panel, colors);
}

function numberBars(panel, colors) {
  const last = panel.counts.length - 1;
  const edge = (i) => panel.low + (i * (panel.high - panel.low)) / panel.counts.length;
  // bins of one whole number each reach half a step to both sides
  const whole = panel.high - panel.low === panel.counts.length && panel.low % 1 !== 0;
  const text = (value) => plain(short(value));
  const [least, most] = whole ? [panel.low + 0.5, panel.high - 0.5] : [panel.low, panel.high];
  const bin = (i) => (whole ? text(edge(i) + 0.5) : `${text(edge(i))} to ${text(edge(i + 1))}`);
  return {
    grid: { left: 4, right: 4, top: 6, bottom: 20 },
    xAxis: {
      type: "category",
      data: panel.counts.map((_, i) => String(i)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colors.line } },
      axisLabel: {
        color: colors.quiet,
        fontSize: 12,
        interval: 0,
        alignMinLabel: "left",
        alignMaxLabel: "right",
        showMinLabel: true,
        showMaxLabel: true,
        hideOverlap: false,
        formatter: (_, i) => (i === 0 ? text(least) : i === last ? text(most) : ""),
      },
    },
    yAxis: { type: "value", show: false, min: 0 },
    tooltip: {
      trigger: "axis",
      axisPointer: { type: "none" },
      formatter: ([item]) =>
        tip(panel.name, [bin(item.dataIndex), rowsOf(item.value)]),
    },
    series: [{ type: "bar", barCategoryGap: "6%", itemStyle: { color: colors.accent }, data: panel.counts }],
  };
}

function categoryBars(panel, colors) {
  return {
    grid: { left: 96, right: 8, top: 4, bottom: 4 },
    xAxis: { type: "value", show: false, min: 0 },
    yAxis: {
      type: "category",
      inverse: true,
      data: panel.labels,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: colors.quiet, fontSize: 12, width: 84, overflow: "truncate", hideOverlap: true },
    },
    tooltip: {
      trigger: "axis",
      axisPointer: { type: "none" },
      formatter: ([item]) => tip(panel.labels[item.dataIndex], [rowsOf(item.value)]),
    },
    series: [{ type: "bar", barCategoryGap: "12%", barMaxWidth: 18, itemStyle: { color: colors.accent }, data: panel.counts }],
  };
}

/** Four digits: what fits below a small chart. */
function short(value) {
  return Number(value.toPrecision(4));
}

function rowsOf(count) {
  return count === 1 ? "1 row" : `${count.toLocaleString("en-US")} rows`;
}
