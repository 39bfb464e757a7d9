// Runs inside an embed: tells the page around it how high it is, and says when a frozen one has been corrected since.
(() => {
  const { version, numbers, digest, newest } = document.currentScript.dataset;
  const note = document.getElementById("note");
  const report = () => {
    const height = Math.ceil(document.querySelector("main").getBoundingClientRect().height);
    parent.postMessage({ lossline: { height } }, "*");
  };
  new ResizeObserver(report).observe(document.querySelector("main"));
  addEventListener("load", report);
  if (numbers === undefined) return;
  const read = async (address) => {
    const answer = await fetch(address);
    return answer.ok ? answer.json() : null;
  };
  const look = async () => {
    const current = await read("/version.json");
    if (current === null || current.version <= Number(version)) return;
    const now = await read(numbers);
    // An embed that a reader kept from before digests were those of the CSV file cannot compare its own.
    if (now === null || now.numbersDigest === digest || digest.length < 64) return;
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
