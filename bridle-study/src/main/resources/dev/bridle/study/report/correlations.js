/**
 * Correlations as a square of cells, on a canvas: thousands of cells are too many for elements. The names stand on the
 * left where there is room for all of them; pointing at a cell tells both.
 */
function drawCorrelations(element, data) {
  const canvas = document.createElement("canvas");
  const box = document.createElement("div");
  box.className = "map-tip";
  box.hidden = true;
  element.append(canvas, box);
  const draw = () => paintCorrelations(canvas, element, data);
  draw();
  new ResizeObserver(draw).observe(element);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  addEventListener("beforeprint", () => setTimeout(draw));
  addEventListener("afterprint", () => setTimeout(draw));
  canvas.addEventListener("mousemove", (event) => pointAtCell(event, canvas, element, box, data));
  canvas.addEventListener("mouseleave", () => { box.hidden = true; });
}

/** Where the cells are: their number, size, and the room for names. */
function mapShape(element, data) {
  const n = data.columns.length;
  const room = element.clientWidth >= 480 && n <= 64 ? 150 : 0;
  const side = Math.min(element.clientWidth - room, 680, n * 34);
  return { n, room, size: side / n, side };
}

function paintCorrelations(canvas, element, data) {
  const { n, room, size, side } = mapShape(element, data);
  const scale = window.devicePixelRatio || 1;
  canvas.width = Math.round((room + side) * scale);
  canvas.height = Math.round(side * scale);
  canvas.style.width = room + side + "px";
  canvas.style.height = side + "px";
  const colors = theme();
  const context = canvas.getContext("2d");
  context.scale(scale, scale);
  context.fillStyle = colors.faint;
  context.fillRect(room, 0, side, side);
  const gap = size > 10 ? 1 : 0;
  const [positive, negative] = [colors.better, colors.worse];
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const r = data.r[i][j] / 100;
      context.globalAlpha = Math.abs(r) ** 1.3;
      context.fillStyle = r < 0 ? negative : positive;
      context.fillRect(room + j * size, i * size, size - gap, size - gap);
    }
  }
  context.globalAlpha = 1;
  if (room > 0) {
    paintNames(context, data.columns, room, size, colors);
  }
}

function paintNames(context, names, room, size, colors) {
  const height = Math.min(12.5, Math.max(8, size * 0.82));
  context.font = `${height}px ${getComputedStyle(document.body).fontFamily}`;
  context.fillStyle = colors.text;
  context.textAlign = "right";
  context.textBaseline = "middle";
  names.forEach((name, i) => context.fillText(cut(context, name, room - 14), room - 8, (i + 0.5) * size));
}

/** The longest beginning of a text that fits, with an ellipsis where something is missing. */
function cut(context, text, width) {
  if (context.measureText(text).width <= width) {
    return text;
  }
  const letters = [...text];
  while (letters.length > 0 && context.measureText(letters.join("") + "…").width > width) {
    letters.pop();
  }
  return letters.join("") + "…";
}

function pointAtCell(event, canvas, element, box, data) {
  const { n, room, size } = mapShape(element, data);
  const at = canvas.getBoundingClientRect();
  const column = Math.floor((event.clientX - at.left - room) / size);
  const row = Math.floor((event.clientY - at.top) / size);
  box.hidden = !(column >= 0 && column < n && row >= 0 && row < n);
  if (box.hidden) {
    return;
  }
  const r = (data.r[row][column] / 100).toFixed(2).replace("-", "−");
  box.replaceChildren(tip(data.columns[row], [data.columns[column], `r = ${r}`]));
  const left = event.clientX - at.left + 14;
  box.style.left = Math.min(left, Math.max(0, element.clientWidth - box.offsetWidth)) + "px";
  box.style.top = event.clientY - at.top + 14 + "px";
}
