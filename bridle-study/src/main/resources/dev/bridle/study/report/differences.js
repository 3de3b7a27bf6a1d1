/** Differences to the baseline: replicates as dots, the mean with its interval, the band that does not matter. */
function drawDifferences(element, data) {
  rowChart(element, data.rows.length, 44, 66, (colors, narrow) => ({
    grid: narrow
      ? { left: 12, right: 12, top: 8, bottom: 56 }
      : { left: 250, right: 190, top: 8, bottom: 56 },
    xAxis: numberAxis(data.axis, colors, axisName(directions(data), colors, 30)),
    yAxis: [
      rowAxis(data.rows.map((row) => (narrow ? row.mark + " " : "") + row.label), colors, narrow),
      rowAxis(data.rows.map((row) => row.mark + " " + row.word), colors, false, verdictLabels(data, colors, narrow)),
    ],
    tooltip: {
      trigger: "axis",
      axisPointer: rowPointer(colors),
      formatter: (items) => {
        const row = data.rows[items[0].dataIndex];
        return tip(row.label, [row.word, ...row.lines]);
      },
    },
    series: [frame(data, colors), intervals(data, colors), dots(data, colors), means(data, colors), beyond(data.axis, data.rows.map((row) => ({ at: row.mean, text: row.value, color: colors[row.verdict] })))].flat(),
  }));
}

function directions(data) {
  const [left, right] = data.higherIsBetter ? ["worse", "better"] : ["better", "worse"];
  return `← ${left}     ${data.unit}     ${right} →`;
}

function verdictLabels(data, colors, narrow) {
  const axis = rowAxis([], colors, false);
  return {
    position: "right",
    show: !narrow,
    splitLine: { show: false },
    axisLabel: { ...axis.axisLabel, width: 175, color: (_, index) => colors[data.rows[index].verdict] },
  };
}

/** The zero line and the band of differences too small to matter; it also answers to the pointer. */
function frame(data, colors) {
  return {
    type: "scatter",
    symbolSize: 0,
    data: data.rows.map((row, i) => [within(data.axis, row.mean), i]),
    markLine: {
      silent: true,
      symbol: "none",
      label: { show: false },
      lineStyle: { color: colors.baseline, width: 1, type: "solid" },
      data: [{ xAxis: 0 }],
    },
    markArea: {
      silent: true,
      itemStyle: { color: colors.band, opacity: 0.75 },
      data: data.delta > 0 ? [[{ xAxis: within(data.axis, -data.delta) }, { xAxis: within(data.axis, data.delta) }]] : [],
    },
  };
}

/** One line with gaps per verdict. */
function intervals(data, colors) {
  return verdicts(data).map((verdict) => ({
    type: "line",
    symbol: "none",
    silent: true,
    connectNulls: false,
    lineStyle: { color: colors[verdict], width: 2.5 },
    data: data.rows.flatMap((row, i) =>
      row.verdict === verdict && row.low !== null && row.high !== null
        ? [[within(data.axis, row.low), i], [within(data.axis, row.high), i], ["-", i]]
        : []),
  }));
}

function dots(data, colors) {
  return {
    type: "scatter",
    silent: true,
    symbolSize: 6,
    data: data.rows.flatMap((row, i) =>
      row.dots
        .filter((dot) => dot === within(data.axis, dot))
        .map((dot, j, all) => ({
          value: [dot, i],
          // equal ones, as scores of few rows often are, one below another
          symbolOffset: [0, 8 + 4 * (all.slice(0, j).filter((other) => other === dot).length % 4)],
          itemStyle: { color: colors[row.verdict], opacity: 0.45 },
        }))),
  };
}

function means(data, colors) {
  return {
    type: "scatter",
    silent: true,
    symbol: "diamond",
    symbolSize: 13,
    z: 5,
    data: data.rows.flatMap((row, i) =>
      row.mean === within(data.axis, row.mean)
        ? [{ value: [row.mean, i], itemStyle: { color: colors[row.verdict], borderColor: colors.page, borderWidth: 1.5 } }]
        : []),
  };
}

function verdicts(data) {
  return [...new Set(data.rows.map((row) => row.verdict))];
}
