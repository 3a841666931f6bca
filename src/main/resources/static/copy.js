/* Copies a field's text. Where the clipboard is out of reach (plain http), the text is selected to be copied by hand. */
document.addEventListener("click", async event => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const field = document.getElementById(button.dataset.copy);
  field.select();
  const copied = await navigator.clipboard?.writeText(field.value).then(() => true, () => false);
  button.querySelector("[role=status]").textContent = copied || document.execCommand("copy") ? "Copied" : "Press Ctrl+C";
});
document.addEventListener("focusin", event => event.target.matches(".copy-field input") && event.target.select());
