// Runs inside an embed: tells the page around it how high it could be, shows what a mark stands for, and says when a
// frozen one has been corrected since.
(() => {
  const { version, numbers, embed, digest, newest } = document.currentScript.dataset;
  const note = document.getElementById("note");
  const main = document.querySelector("main");
  const drawings = [...main.querySelectorAll("div > svg")];

  // The drawing's own height at this width: what is shown now may be smaller, to fit the frame as it is.
  const report = () => {
    const shown = drawings.find((drawing) => drawing.getBoundingClientRect().width > 0);
    if (shown === undefined) return;
    const { width, height } = shown.viewBox.baseVal;
    const line = main.querySelector("p").getBoundingClientRect().height;
    const needed = Math.ceil((main.getBoundingClientRect().width * height) / width + line);
    parent.postMessage({ lossline: { height: needed } }, "*");
  };
  new ResizeObserver(report).observe(main);
  addEventListener("load", report);

  const tip = document.createElement("div");
  tip.id = "tip";
  tip.hidden = true;
  main.append(tip);
  const texts = new Map();
  for (const title of main.querySelectorAll("g[pointer-events] rect > title")) {
    texts.set(title.parentNode, title.textContent);
    // The browser would show it once more.
    title.remove();
  }
  const point = ({ target, clientX, clientY }) => {
    const text = texts.get(target);
    tip.hidden = text === undefined;
    if (text === undefined) return;
    tip.textContent = text;
    const { width, height } = tip.getBoundingClientRect();
    const left = Math.min(clientX + 12, innerWidth - width - 4);
    const above = clientY - height - 12;
    tip.style.left = `${Math.max(4, left)}px`;
    tip.style.top = `${above < 4 ? Math.min(clientY + 16, innerHeight - height - 4) : above}px`;
  };
  addEventListener("pointermove", point);
  addEventListener("pointerdown", point);
  document.documentElement.addEventListener("pointerleave", () => {
    tip.hidden = true;
  });
  addEventListener("keydown", ({ key }) => {
    if (key === "Escape") tip.hidden = true;
  });

  if (numbers === undefined && embed === undefined) return;
  const read = async (address, as) => {
    const answer = await fetch(address);
    return answer.ok ? answer[as]() : null;
  };
  const newestDigest = async () => {
    if (embed === undefined) return (await read(numbers, "json"))?.numbersDigest;
    const page = await read(embed, "text");
    return /<meta name="lossline:digest" content="([^"]*)">/.exec(page ?? "")?.[1];
  };
  const look = async () => {
    const current = await read("/version.json", "json");
    if (current === null || current.version <= Number(version)) return;
    const now = await newestDigest();
    // An embed that a reader kept from before digests were those of the CSV file cannot compare its own.
    if (now === undefined || now === digest || digest.length < 64) return;
    const link = document.createElement("a");
    link.href = newest;
    link.target = "_top";
    link.textContent = `Corrected since: see version ${current.version}`;
    note.append(link);
  };
  look().catch((error) =>
    console.warn("Whether there are newer numbers could not be asked.", error),
  );
})();
