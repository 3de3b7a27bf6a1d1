/** Losses over epochs: the baseline, and beside it an arm that the reader may change. */
function drawLearning(elements, data, choice) {
  const shown = new Map(elements.map((element) => [element, Number(element.dataset.arm)]));
  const redraw = new Map(
    elements.map((element) => [element, chart(element, (colors) => learningPanel(data, shown.get(element), colors))]));
  const other = elements[elements.length - 1];
  if (choice === null || choice.options.length === 0 || elements.length < 2) {
    return;
  }
  choice.closest("[hidden]").hidden = false;
  choice.addEventListener("change", () => {
    shown.set(other, Number(choice.value));
    name(other, data.arms[choice.value]);
    redraw.get(other)();
  });
}

function name(element, arm) {
  const panel = element.closest(".panel");
  panel.querySelector("code").textContent = arm.label;
  panel.querySelector(".quiet").textContent = arm.summary;
  element.setAttribute("aria-label", arm.summary);
}

function learningPanel(data, index, colors) {
  const arm = data.arms[index];
  const train = joined(arm.train);
  const validation = joined(arm.validation);
  const reference = data.baseline >= 0 && index !== data.baseline ? joined(data.arms[data.baseline].validation) : [];
  return {
    grid: { left: 4, right: 14, top: 10, bottom: 26, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    xAxis: {
      ...numberAxis({ min: 0, max: data.epochs }, colors, axisName("epoch", colors, 26)),
      interval: undefined,
      splitLine: { show: false },
      axisLine: { show: true, lineStyle: { color: colors.line } },
    },
    yAxis: numberAxis(data.axis, colors),
    tooltip: {
      trigger: "axis",
      axisPointer: { type: "line", lineStyle: { color: colors.line }, label: { show: false } },
      formatter: (items) => lossTip(arm, Math.round(items[0].axisValue), train, validation),
    },
    series: [
      ...band("train", train, colors.train),
      ...band("validation", validation, colors.accent),
      line(reference, { color: colors.baseline, width: 1.5, type: "dashed" }),
      line(train, { color: colors.train, width: 2, type: "dotted" }),
      line(validation, { color: colors.accent, width: 2 }),
    ],
  };
}

function joined(line) {
  return line.epochs.map((x, i) => ({ x, low: line.low[i], median: line.median[i], high: line.high[i] }));
}

function line(points, lineStyle) {
  return { type: "line", symbol: "none", lineStyle, data: points.map((p) => [p.x, p.median]) };
}

function lossTip(arm, epoch, train, validation) {
  const at = (points) => points.find((p) => p.x === epoch);
  const loss = (value) => plain(Number(value.toPrecision(3)));
  const text = (what, p) => (p ? [`${what} ${loss(p.median)} (${loss(p.low)} to ${loss(p.high)})`] : []);
  return tip(`${arm.label}, epoch ${epoch}`, [...text("validation", at(validation)), ...text("training", at(train))]);
}
