const charts = [];

/** Draws a chart into an element and keeps it right: when the width, the colours or the medium change. */
function chart(element, option) {
  const entry = { element, option, instance: null, width: 0 };
  charts.push(entry);
  draw(entry);
  new ResizeObserver(() => {
    if (entry.width !== element.clientWidth) {
      draw(entry);
    }
  }).observe(element);
  return () => draw(entry);
}

/** One whose height follows from its rows. */
function rowChart(element, rows, wideRow, narrowRow, option) {
  const height = () => rows * (isNarrow(element) ? narrowRow : wideRow) + 64;
  return chart(element, (colors) => {
    element.style.height = height() + "px";
    return option(colors, isNarrow(element));
  });
}

function isNarrow(element) {
  return element.clientWidth < 620;
}

function draw(entry) {
  const option = { ...base(theme()), ...entry.option(theme()) };
  entry.width = entry.element.clientWidth;
  if (entry.instance === null) {
    entry.instance = echarts.init(entry.element, null, { renderer: "svg" });
  } else {
    entry.instance.resize({ width: entry.element.clientWidth, height: entry.element.clientHeight });
  }
  option.tooltip = { ...base(theme()).tooltip, ...option.tooltip };
  entry.instance.setOption(option, { notMerge: true });
}

function drawAll() {
  charts.forEach(draw);
}

/** Paper is white and has one width. */
function followMedium() {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
  const printing = (on) => () => {
    document.documentElement.classList.toggle("printing", on);
    drawAll();
  };
  addEventListener("beforeprint", printing(true));
  addEventListener("afterprint", printing(false));
}
