/* Arranging a dashboard: by its handle with a pointer, by arrow keys on it, by the buttons. Without script the buttons post. */
const list = within => within.closest("[data-order]");
const tilesOf = grid => [...grid.querySelectorAll(":scope > [data-metric]")];
const orderOf = grid => tilesOf(grid).map(tile => tile.dataset.metric).join();

function tell(text) {
  const told = document.querySelector("[data-told]");
  if (told) told.textContent = text;
}

function name(grid) {
  const tiles = tilesOf(grid);
  tiles.forEach((tile, place) =>
    tile.querySelector(".grip").setAttribute("aria-label", `Move ${tile.dataset.name}, place ${place + 1} of ${tiles.length}`));
}

function placeOf(tile) {
  const tiles = tilesOf(list(tile));
  return `${tile.dataset.name}: place ${tiles.indexOf(tile) + 1} of ${tiles.length}.`;
}

/* One save at a time; what changed meanwhile is saved after it. */
let saving = null;
let again = null;
async function save(grid) {
  if (saving) {
    again = grid;
    return;
  }
  const body = new URLSearchParams({ _csrf: grid.querySelector("[name=_csrf]").value });
  tilesOf(grid).forEach(tile => body.append("metric", tile.dataset.metric));
  saving = fetch(grid.dataset.order, { method: "POST", body, headers: { "HX-Request": "true" } });
  try {
    const reply = await saving;
    if (!reply.ok) tell("The order was not saved. Load the page again.");
  } catch {
    tell("The order was not saved: no connection.");
  }
  saving = null;
  const next = again;
  again = null;
  if (next) save(next);
}

function moveBy(tile, places) {
  const grid = list(tile);
  const tiles = tilesOf(grid);
  const from = tiles.indexOf(tile);
  const to = Math.max(0, Math.min(tiles.length - 1, from + places));
  if (to === from) {
    tell(`${placeOf(tile)} It cannot go further.`);
    return;
  }
  tiles[to].insertAdjacentElement(to > from ? "afterend" : "beforebegin", tile);
  name(grid);
  tell(placeOf(tile));
  save(grid);
}

const STEPS = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1, Home: -1000, End: 1000 };
document.addEventListener("keydown", event => {
  const grip = event.target.closest?.(".grip");
  if (!grip) return;
  if (event.key === "Escape" && dragged) {
    put(dragged.before);
    drop();
    return;
  }
  if (!(event.key in STEPS)) return;
  event.preventDefault();
  moveBy(grip.closest("[data-metric]"), STEPS[event.key]);
  grip.focus();
});
document.addEventListener("submit", event => {
  const tile = event.target.closest("[data-order] > [data-metric]");
  const steps = { earlier: -1, later: 1 }[event.submitter?.value];
  if (!tile || !steps) return;
  event.preventDefault();
  moveBy(tile, steps);
  event.submitter.focus();
});

let dragged = null;
function put(order) {
  order.forEach(tile => list(dragged.tile).append(tile));
}
function drop() {
  const { tile, grip, order } = dragged;
  const grid = list(tile);
  dragged = null;
  tile.classList.remove("is-dragged");
  grip.focus();
  name(grid);
  tell(placeOf(tile));
  if (orderOf(grid) !== order) save(grid);
}
document.addEventListener("pointerdown", event => {
  const grip = event.target.closest?.(".grip");
  if (!grip || event.button !== 0) return;
  event.preventDefault();
  const tile = grip.closest("[data-metric]");
  const grid = list(tile);
  dragged = { tile, grip, before: tilesOf(grid), order: orderOf(grid) };
  tile.classList.add("is-dragged");
  grip.focus();
});
document.addEventListener("pointermove", event => {
  if (!dragged) return;
  const over = document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-metric]");
  const seen = dragged.over;
  dragged.over = over;
  // Of two sizes, the one that was passed may still lie under the pointer; it moves back only once it was left.
  if (!over || over === seen || over === dragged.tile || list(over) !== list(dragged.tile)) return;
  const tiles = tilesOf(list(over));
  over.insertAdjacentElement(tiles.indexOf(over) > tiles.indexOf(dragged.tile) ? "afterend" : "beforebegin", dragged.tile);
});
for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, () => dragged && drop());
