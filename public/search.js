// The way to the search from anywhere: "/" outside of fields, and Ctrl-K or Command-K.
(() => {
  const isTyping = (target) =>
    target instanceof Element &&
    target.closest("input, textarea, select, [contenteditable]") !== null;
  // Back to a page that the browser kept: its form says once more what is listed beneath it.
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    for (const form of document.querySelectorAll("form[data-as-listed]")) form.reset();
  });
  addEventListener("keydown", (event) => {
    const slash =
      event.key === "/" &&
      !event.ctrlKey &&
      !event.metaKey &&
      !event.altKey &&
      !isTyping(event.target);
    const command =
      event.key.toLowerCase() === "k" &&
      (event.ctrlKey || event.metaKey) &&
      !event.altKey &&
      !event.shiftKey;
    if (!slash && !command) return;
    const field =
      document.querySelector("main [data-search]") ?? document.querySelector("[data-search]");
    if (field === null) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
})();
