/* The grid of values: keys, pasted blocks, undoing, and saving only what changed. Without it the grid is a plain form. */
const form = document.querySelector("form[data-grid]");
const state = form.querySelector("[data-grid-state]");
const undo = form.querySelector("[data-undo]");
const hint = state.textContent;
const rows = () => [...form.querySelectorAll("tbody tr")];
const fieldsOf = row => [...row.cells].map(cell => cell.querySelector("input[name^='v.']"));
const cells = () => [...form.querySelectorAll("input[name^='v.']")];
const changed = field => field.value.trim() !== field.dataset.was;
const notes = () => [...form.querySelectorAll("input[name^='n.']")].filter(field => field.value.trim());
const steps = [];
let typing = null;
let saving = false;
let waiting = false;
let shown = 0;

function place(field) {
  const row = field.closest("tr");
  return [rows().indexOf(row), fieldsOf(row).indexOf(field)];
}
function fieldAt(row, column) {
  const line = rows()[row];
  return line && fieldsOf(line)[column];
}
/* The next cell that can be typed into in a direction; locked ones are passed over. */
function move(field, down, right) {
  let [row, column] = place(field);
  do {
    row += down;
    column += right;
    if (row < 0 || row >= rows().length || column < 0 || column >= rows()[0].cells.length) return false;
  } while (!fieldAt(row, column));
  const next = fieldAt(row, column);
  next.focus();
  next.select();
  return true;
}

function tell(text) {
  state.replaceChildren(text);
}
function look() {
  cells().forEach(field => field.classList.toggle("is-changed", changed(field)));
  const open = cells().filter(changed).length + notes().filter(note => !cells().some(field => changed(field) && field.name.slice(2) === note.name.slice(2))).length;
  undo.disabled = steps.length === 0;
  if (open) form.dataset.dirty = "";
  else delete form.dataset.dirty;
  if (!waiting && !saving && open !== shown) tell(open ? `${open} not saved yet` : hint);
  shown = open;
}
function clean(field) {
  field.classList.remove("is-invalid");
  field.removeAttribute("aria-invalid");
  field.removeAttribute("aria-describedby");
  document.getElementById(`${field.id}-error`)?.remove();
}
function remember() {
  if (typing && typing.field.value !== typing.before) steps.push([[typing.field, typing.before]]);
  typing = null;
}
function back() {
  if (typing && typing.field.value === typing.before) typing = null;
  remember();
  const step = steps.pop();
  step?.forEach(([field, before]) => {
    field.value = before;
    clean(field);
  });
  const field = step?.[0][0];
  field?.focus();
  if (field) typing = { field, before: field.value };
  look();
}
function put(field, text, step) {
  if (field.value === text) return;
  step.push([field, field.value]);
  field.value = text;
  clean(field);
}

form.addEventListener("focusin", event => {
  if (event.target.matches("input[name^='v.']")) typing = { field: event.target, before: event.target.value };
});
form.addEventListener("focusout", () => {
  remember();
  look();
});
form.addEventListener("input", event => {
  if (event.target.matches("input[name^='v.']")) clean(event.target);
  look();
});
form.addEventListener("keydown", event => {
  const field = event.target;
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
    event.preventDefault();
    form.requestSubmit();
    return;
  }
  if (!field.matches("input[name^='v.']") || event.isComposing) return;
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "z") {
    event.preventDefault();
    back();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const whole = field.selectionStart === 0 && field.selectionEnd === field.value.length;
  const atStart = whole || field.selectionEnd === 0;
  const atEnd = whole || field.selectionStart === field.value.length;
  const way = {
    Enter: [event.shiftKey ? -1 : 1, 0],
    ArrowDown: [1, 0],
    ArrowUp: [-1, 0],
    ArrowLeft: atStart && !event.shiftKey && [0, -1],
    ArrowRight: atEnd && !event.shiftKey && [0, 1],
  }[event.key];
  if (!way) return;
  if (move(field, ...way) || event.key === "Enter") event.preventDefault();
});

/* A block from a spreadsheet fills to the right and down from where it is put. */
form.addEventListener("paste", event => {
  const field = event.target;
  const text = event.clipboardData.getData("text/plain");
  if (!field.matches("input[name^='v.']") || !/[\t\n]/.test(text)) return;
  event.preventDefault();
  remember();
  const [row, column] = place(field);
  const step = [];
  let over = 0;
  text.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n").forEach((line, down) => line.split("\t").forEach((part, right) => {
    const into = fieldAt(row + down, column + right);
    if (into) put(into, part.trim(), step);
    else if (part.trim()) over++;
  }));
  if (step.length) steps.push(step);
  typing = { field, before: field.value };
  look();
  if (over) tell(`${cells().filter(changed).length} not saved yet; ${over} of the block had no cell to go to`);
});

undo.addEventListener("click", back);
form.addEventListener("click", event => {
  const use = event.target.closest("[data-use]");
  if (!use) return;
  const field = document.getElementById(use.dataset.use);
  const step = [];
  put(field, use.dataset.value, step);
  steps.push(step);
  look();
  field.focus();
});

function refuse({ name, message, suggestion }) {
  const field = form.elements[name];
  clean(field);
  field.classList.add("is-invalid");
  field.setAttribute("aria-invalid", "true");
  field.setAttribute("aria-describedby", `${field.id}-error`);
  const told = Object.assign(document.createElement("p"), { className: "error-text", id: `${field.id}-error` });
  if (suggestion) {
    const use = Object.assign(document.createElement("button"), { type: "button", className: "btn-link", textContent: `Use ${suggestion}` });
    use.dataset.use = field.id;
    use.dataset.value = suggestion;
    told.append(`Did you mean ${suggestion}? `, use);
  } else told.append(message);
  field.after(told);
}
function keep(name) {
  const field = form.elements[name];
  const sent = field.dataset.sent ?? field.value.trim();
  field.dataset.was = sent;
  const before = form.elements[`w${name.slice(1)}`];
  if (before) before.value = sent;
  field.classList.add("is-saved");
  const note = form.elements[`n${name.slice(1)}`];
  if (note?.value.trim()) note.remove();
}
function ask(name) {
  const field = form.elements[`v${name.slice(1)}`];
  if (!field || form.elements[name]) return;
  const why = Object.assign(document.createElement("input"), { name, className: "form-control why", maxLength: 4000, autocomplete: "off", placeholder: "Red: say why" });
  why.setAttribute("aria-label", `${field.getAttribute("aria-label")}, say why it is red`);
  field.parentElement.append(why);
}

async function save() {
  remember();
  const noted = new Set(notes().map(note => note.name.slice(2)));
  const sent = cells().filter(field => changed(field) || noted.has(field.name.slice(2)));
  if (saving || !sent.length) return;
  saving = true;
  tell("Saving…");
  const body = new URLSearchParams({ _csrf: form.elements._csrf.value });
  sent.forEach(field => {
    field.dataset.sent = field.value.trim();
    body.set(field.name, field.value);
    body.set(`w${field.name.slice(1)}`, field.dataset.was);
  });
  notes().forEach(note => body.set(note.name, note.value));
  waiting = false;
  try {
    const reply = await fetch("/metrics/entry", { method: "POST", body, headers: { "Cairn-Cells": "true", "HX-Request": "true" } });
    if (!reply.ok) throw reply;
    const answer = await reply.json();
    answer.saved.forEach(keep);
    answer.wrong.forEach(refuse);
    answer.rows.filter(row => row.note).forEach(row => ask(row.note));
    saving = false;
    if (!answer.wrong.length) steps.length = 0;
    look();
    const said = answer.saved.length === 1 ? "1 value saved" : `${answer.saved.length} values saved`;
    if (answer.wrong.length) {
      tell(`${said}; ${answer.wrong.length} to put right`);
      form.elements[answer.wrong[0].name].focus();
    } else if (!("dirty" in form.dataset)) tell(said);
  } catch (failed) {
    saving = false;
    shown = -1;
    waiting = true;
    notSaved(failed instanceof Response ? failed : null);
  }
}
/* Nothing typed is lost: after signing in elsewhere, or once the connection is back, it is sent again. */
function notSaved(reply) {
  form.dataset.dirty = "";
  const signIn = reply?.headers.get("Cairn-Sign-In");
  if (signIn) {
    const link = Object.assign(document.createElement("a"), { href: signIn, target: "_blank", textContent: "sign in" });
    state.replaceChildren("Not saved: ", link);
    form.dataset.waiting = "";
  } else {
    const again = Object.assign(document.createElement("button"), { type: "button", className: "btn-link", textContent: "Try again" });
    again.addEventListener("click", save);
    state.replaceChildren("Not saved. ", again);
  }
}
form.addEventListener("submit", event => {
  event.preventDefault();
  event.stopPropagation();
  save();
});
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState !== "visible" || !("waiting" in form.dataset)) return;
  delete form.dataset.waiting;
  save();
});
