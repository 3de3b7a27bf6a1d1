"use strict";

/** Clicking a head sorts the table by that column; numbers that do not exist stay at the end. */
function makeSortable(table) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => sort(table, heads, column));
    head.append(button);
  });
}

function sort(table, heads, column) {
  const order = nextOrder(heads[column]);
  heads.forEach((head) => head.removeAttribute("aria-sort"));
  heads[column].setAttribute("aria-sort", order);
  const body = table.tBodies[0];
  const rows = [...body.rows].map((row) => ({ row, key: sortKey(row.cells[column]) }));
  rows.sort((a, b) => compareKeys(a.key, b.key, order === "descending" ? -1 : 1));
  body.append(...rows.map((entry) => entry.row));
}

/** The best first; the other way round when the head is clicked again. */
function nextOrder(head) {
  const first = head.dataset.first ?? "ascending";
  const other = first === "ascending" ? "descending" : "ascending";
  return head.getAttribute("aria-sort") === first ? other : first;
}

function sortKey(cell) {
  const order = cell.dataset.order;
  if (order === undefined) {
    return cell.textContent;
  }
  return order === "" ? null : Number(order);
}

function compareKeys(a, b, sign) {
  if (a === null || b === null) {
    return (a === null) - (b === null);
  }
  return sign * (typeof a === "number" ? a - b : a < b ? -1 : a > b ? 1 : 0);
}

/** What a tooltip shows, as elements: texts of the study are never parsed as markup. */
function tip(title, lines) {
  const box = document.createElement("div");
  box.className = "tip";
  const head = document.createElement("strong");
  head.textContent = title;
  box.append(head);
  for (const line of lines) {
    const span = document.createElement("span");
    span.textContent = line;
    box.append(span);
  }
  return box;
}
