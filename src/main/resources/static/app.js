/* What htmx does not do by itself. Every page works without it: links lead to pages, forms post. */
const $ = (query, within = document) => within.querySelector(query);
const all = (query, within = document) => [...within.querySelectorAll(query)];
document.documentElement.classList.add("scripted");

/* ── Explanation: opens under its figure, from below on phones ── */
const explain = $("#explain");
const narrow = matchMedia("(max-width: 56rem)");
let opener = null;

function place() {
  if (!opener?.isConnected || narrow.matches) {
    explain.style.left = explain.style.top = "";
    return;
  }
  const at = opener.getBoundingClientRect();
  const size = explain.getBoundingClientRect();
  const left = Math.max(16, Math.min(at.left - 16, innerWidth - size.width - 16));
  const below = at.bottom + 8 + size.height <= innerHeight || at.top < size.height + 8;
  explain.style.position = "absolute";
  explain.style.left = `${left + scrollX}px`;
  explain.style.top = `${(below ? at.bottom + 8 : at.top - 8 - size.height) + scrollY}px`;
}

/* The browser closes it on the way down of a click outside, its own figure included; that click must not open it again. */
let closing = null;
document.addEventListener("pointerdown", event => (closing = opener?.contains(event.target) ? opener : null), true);
document.addEventListener("htmx:beforeRequest", event => {
  const { elt, target } = event.detail;
  if (target !== explain) return;
  const again = closing === elt || opener === elt;
  closing = null;
  if (explain.matches(":popover-open")) explain.hidePopover();
  if (again) event.preventDefault();
  else opener = elt;
});
document.addEventListener("htmx:afterSwap", event => {
  if (event.detail.target !== explain || !opener) return;
  explain.setAttribute("aria-label", $("h1, h2", explain)?.textContent ?? "Explanation");
  explain.showPopover();
  opener.setAttribute("aria-expanded", "true");
  place();
  explain.focus({ preventScroll: true });
});
explain?.addEventListener("toggle", event => {
  if (event.newState === "open") return;
  const from = opener;
  opener = null;
  from?.removeAttribute("aria-expanded");
  if (from && (document.activeElement === document.body || explain.contains(document.activeElement))) from.focus({ preventScroll: true });
});
addEventListener("resize", () => explain?.matches(":popover-open") && place());

/* ── Copying: a button names what it copies ── */
document.addEventListener("click", async event => {
  const button = event.target.closest("[data-copy]");
  const from = button && document.getElementById(button.dataset.copy);
  if (!from) return;
  try {
    await navigator.clipboard.writeText(from.value ?? from.textContent);
    button.textContent = "Copied";
  } catch {
    if (from.select) from.select();
    else getSelection().selectAllChildren(from);
    button.textContent = "Press Ctrl+C";
  }
});

/* ── A slider and the number beside it say the same ── */
document.addEventListener("input", event => {
  const pair = event.target.closest("[data-slide]");
  all("input", pair ?? document.createElement("p")).filter(field => field !== event.target).forEach(field => (field.value = event.target.value.replace("%", "").trim()));
}, true);

/* ── Names to put into a field: where its cursor is ── */
document.addEventListener("click", event => {
  const name = event.target.closest("[data-insert]");
  const field = name && document.getElementById(name.dataset.insert);
  if (!field) return;
  field.setRangeText(name.textContent, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
});

/* ── A link to something folded opens it ── */
const unfold = () => {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target instanceof HTMLDetailsElement) target.open = true;
};
addEventListener("hashchange", unfold);
unfold();

/* ── Menus, confirmations, toasts ── */
document.addEventListener("click", event => {
  const close = event.target.closest("[data-close], .close");
  close?.closest("details")?.removeAttribute("open");
  close?.closest(".toast-quiet")?.remove();
  if (close && explain?.contains(close)) explain.hidePopover();
  all("details:is(.menu, .more)[open]").filter(menu => !menu.contains(event.target)).forEach(menu => (menu.open = false));
});
document.addEventListener("keydown", event => {
  if (event.key === "Escape") {
    const menu = event.target.closest("details:is(.menu, .more, .confirm)[open]") ?? $("details:is(.menu, .more)[open]");
    if (menu) {
      menu.open = false;
      $("summary", menu).focus();
    }
  }
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const filter = $("[data-filter], main input[type=search]");
    if (filter) {
      event.preventDefault();
      filter.focus();
      filter.select?.();
    }
  }
});
all(".toast-quiet").forEach(toast => {
  let wait = setTimeout(() => toast.remove(), 10000);
  for (const stays of ["mouseenter", "focusin"]) toast.addEventListener(stays, () => clearTimeout(wait));
  toast.addEventListener("mouseleave", () => (wait = setTimeout(() => toast.remove(), 4000)));
});

/* ── Check-in sheet: a row saves when it is left, Enter goes on to the next ── */
const rowOf = element => element?.closest?.("form.sheet-row");
const rows = () => all("form.sheet-row");
const typed = row => all("input:not([type=hidden]), textarea, select", row).filter(field => field.name);
let pressed = null;

function show(row, look, icon, text) {
  const state = $(".state", row);
  if (!state) return;
  state.className = `state state-${look}`;
  const drawn = icon && $(`svg.i use[href*="icons.svg"]`)?.getAttribute("href").replace(/#.*/, `#${icon}`);
  state.innerHTML = drawn ? `<svg class="i" aria-hidden="true"><use href="${drawn}"/></svg>` : "";
  state.append(text);
  return state;
}
/* Other content is another request: what is sent again unchanged counts once, what was changed counts anew. */
function renew(row) {
  const once = $("[name=_once]", row);
  if (once) once.value = once.value.replace(/(\.\d+)?$/, `.${performance.now().toFixed(3).replace(".", "")}`);
}
/* How far one has come, above the sheet and in the rail. */
function count() {
  const saved = $("[data-saved]");
  if (!saved) return;
  saved.textContent = `${all("form.sheet-row .state-saved").length} of ${rows().length} saved`;
  const due = all("form.sheet-row[data-due]").length;
  all('.rail a[href="/check-in"] .count').forEach(number => (due ? (number.textContent = due) : number.remove()));
}
function touch(row) {
  row.dataset.dirty = "";
  renew(row);
  if (!$(".state-error", row)) show(row, "typing", "", "Not saved yet");
}
function save(row) {
  if (!("dirty" in row.dataset) || "saving" in row.dataset) return;
  htmx.trigger(row, "row-left");
}
function leaveOthers(stay) {
  rows().filter(row => row !== stay).forEach(save);
}
function next(row) {
  const others = rows();
  const after = others[others.indexOf(row) + 1];
  const field = after ? typed(after)[0] : $("[data-after-sheet]") ?? $(".page-head .btn-primary");
  field?.focus();
  field?.select?.();
}

document.addEventListener("input", event => {
  const row = rowOf(event.target);
  if (row) touch(row);
  const guarded = event.target.closest("form[data-guard]");
  if (guarded) guarded.dataset.dirty = "";
});
document.addEventListener("pointerdown", event => {
  pressed = rowOf(event.target);
  leaveOthers(pressed);
});
document.addEventListener("pointerup", () => setTimeout(() => (pressed = null)));
document.addEventListener("focusin", event => leaveOthers(rowOf(event.target)));
document.addEventListener("focusout", event => {
  const row = rowOf(event.target);
  if (row && row !== pressed && !event.relatedTarget) setTimeout(() => row.contains(document.activeElement) || save(row));
});
document.addEventListener("keydown", event => {
  const row = rowOf(event.target);
  if (!row || event.key !== "Enter" || event.isComposing || event.target.closest("button, a, textarea")) return;
  event.preventDefault();
  save(row);
  next(row);
});
document.addEventListener("click", event => {
  const use = event.target.closest("[data-fill]");
  const row = rowOf(use);
  if (!row) return;
  event.preventDefault();
  const field = typed(row)[0];
  field.value = use.dataset.fill;
  field.focus();
  touch(row);
  save(row);
});

/* What was typed while a row was on its way stays, and is sent after it. */
document.addEventListener("htmx:beforeRequest", event => {
  const row = event.detail.elt;
  if (!row.matches?.("form.sheet-row")) return;
  delete row.dataset.dirty;
  row.dataset.saving = "";
  show(row, "saving", "loader", "Saving…");
});
document.addEventListener("htmx:beforeSwap", event => {
  const row = event.detail.elt;
  if (!row.matches?.("form.sheet-row")) return;
  delete row.dataset.saving;
  if (!/class="[^"]*sheet-row/.test(event.detail.serverResponse)) {
    event.detail.shouldSwap = false;
    notSaved(row, event.detail.xhr);
    return;
  }
  const active = row.contains(document.activeElement) ? document.activeElement : null;
  const kept = "dirty" in row.dataset
    ? typed(row).map(field => [field.name, field.value, field.checked])
    : null;
  const caret = active && { name: active.name, value: active.value, type: active.type, start: active.selectionStart ?? null, end: active.selectionEnd ?? null };
  const place = rows().indexOf(row);
  addEventListener("htmx:afterSettle", () => restore(rows()[place], kept, caret), { once: true });
});
function restore(row, kept, caret) {
  count();
  if (!row) return;
  kept?.forEach(([name, value, checked]) => typed(row).filter(field => field.name === name).forEach(field => {
    if (field.type === "radio" || field.type === "checkbox") field.checked = field.value === value ? checked : field.checked;
    else field.value = value;
  }));
  if (kept) touch(row);
  if (kept && !caret && !row.contains(document.activeElement)) save(row);
  if (!caret || row.contains(document.activeElement)) return;
  const field = typed(row).find(each => each.name === caret.name && (each.type !== "radio" || each.value === caret.value));
  field?.focus({ preventScroll: true });
  if (caret.start !== null) field?.setSelectionRange?.(caret.start, caret.end);
}
function notSaved(row, xhr) {
  row.dataset.dirty = "";
  const signIn = xhr.getResponseHeader("Cairn-Sign-In");
  const state = show(row, "error", "octagon-x", signIn ? "Not saved: " : "Not saved. ");
  if (signIn) {
    const link = Object.assign(document.createElement("a"), { href: signIn, target: "_blank", textContent: "sign in" });
    state?.append(link);
    row.dataset.waiting = "";
  } else {
    const again = Object.assign(document.createElement("button"), { type: "button", className: "btn-link", textContent: "Try again" });
    again.addEventListener("click", () => save(row));
    state?.append(again);
  }
}
for (const failed of ["htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(failed, event => {
    const row = event.detail.elt;
    if (!row.matches?.("form.sheet-row")) return;
    delete row.dataset.saving;
    notSaved(row, event.detail.xhr);
  });
}
/* An explanation that cannot be fetched is still a page. */
document.addEventListener("htmx:responseError", event => {
  if (event.detail.target === explain && event.detail.elt.href) location.assign(event.detail.elt.href);
});
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState !== "visible") return;
  all("form.sheet-row[data-waiting]").forEach(row => {
    delete row.dataset.waiting;
    save(row);
  });
});

/* ── A file that is too large is not sent first ── */
document.addEventListener("change", event => {
  const { most, tooLarge } = event.target.dataset || {};
  if (!most) return;
  event.target.setCustomValidity([...event.target.files].some(file => file.size > +most) ? tooLarge : "");
  event.target.reportValidity();
});

/* ── Nothing typed is lost by leaving ── */
document.addEventListener("submit", event => event.target.dataset && delete event.target.dataset.dirty);
addEventListener("beforeunload", event => {
  if ($("form[data-guard][data-dirty], form.sheet-row[data-dirty], form.sheet-row[data-saving]")) event.preventDefault();
});
