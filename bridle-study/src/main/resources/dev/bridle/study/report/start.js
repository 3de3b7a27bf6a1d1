document.documentElement.classList.add("scripts");
document.querySelectorAll("table.sortable").forEach(makeSortable);

(function start() {
  const figures = JSON.parse(document.getElementById("figures").textContent);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const one = (id) => document.getElementById(id);
  if (figures.differences) {
    drawDifferences(one("differences"), figures.differences);
  }
  if (figures.strengths) {
    drawStrengths(all(".strength"), figures.strengths);
  }
  if (figures.learning) {
    drawLearning(all(".chart.learning"), figures.learning, one("rival"));
  }
  if (figures.gaps) {
    drawGaps(one("gaps"), figures.gaps);
  }
  if (figures.reliability) {
    drawReliability(one("reliability"), figures.reliability);
  }
  if (figures.inside) {
    drawInside(all(".chart.norms"), one("noise"), figures.inside);
  }
  followMedium();
})();
