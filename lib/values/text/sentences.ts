/** Texts one after the other as sentences, each with one mark at its end, and the last as it is; empty ones are left out. */
export function sentences(texts: readonly string[]): string {
  return texts
    .filter((text) => text !== "")
    .map((text, place, all) => (place === all.length - 1 || ENDED.test(text) ? text : `${text}.`))
    .join(" ");
}

const ENDED = /[.!?…。！？]["”’)]?$/u;
