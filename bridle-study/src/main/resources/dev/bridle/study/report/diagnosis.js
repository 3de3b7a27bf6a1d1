document.documentElement.classList.add("scripts");
document.querySelectorAll("table.sortable").forEach(makeSortable);

(function start() {
  const figures = JSON.parse(document.getElementById("figures").textContent);
  const one = (id) => document.getElementById(id);
  if (figures.classes) {
    drawBars(one("classes"), figures.classes);
  }
  if (figures.missing) {
    drawBars(one("missing"), figures.missing);
  }
  if (figures.map) {
    drawCorrelations(one("correlations"), figures.map);
  }
  drawHistograms([...document.querySelectorAll(".histogram")], figures.histograms);
  followMedium();
})();
