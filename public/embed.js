// Runs in the page around embeds: gives each the height that it asks for.
(() => {
  if (window.losslineEmbeds) return;
  window.losslineEmbeds = true;
  addEventListener("message", ({ data, source, origin }) => {
    const height = data?.lossline?.height;
    if (typeof height !== "number" || !(height > 0 && height < 10_000)) return;
    for (const frame of document.querySelectorAll("iframe[data-lossline]")) {
      if (frame.contentWindow !== source || new URL(frame.src).origin !== origin) continue;
      frame.style.aspectRatio = "auto";
      frame.style.minHeight = "0";
      frame.style.height = `${height}px`;
    }
  });
})();
