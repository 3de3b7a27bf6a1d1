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
        formatter: (_, i) => (i === 0 ? plain(short(panel.low)) : i === last ? plain(short(panel.high)) : ""),
      },
    },
    yAxis: { type: "value", show: false, min: 0 },
    tooltip: {
      trigger: "axis",
      axisPointer: { type: "none" },
      formatter: ([item]) =>
        tip(panel.name, [`${plain(short(edge(item.dataIndex)))} to ${plain(short(edge(item.dataIndex + 1)))}`, rowsOf(item.value)]),
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
    series: [{ type: "bar", barCategoryGap: "12%", itemStyle: { color: colors.accent }, data: panel.counts }],
  };
}

/** Four digits: what fits below a small chart. */
function short(value) {
  return Number(value.toPrecision(4));
}

function rowsOf(count) {
  return count === 1 ? "1 row" : `${count.toLocaleString("en-US")} rows`;
}
