/** Texts one after the other as sentences, each with one mark at its end, and the last as it is; empty ones are left out. */
export function sentences(texts: readonly string[]): string {
  return texts
    .filter((text) => text !== "")
    .map((text, place, all) => (place === all.length - 1 ? text : sentence(text)))
    .join(" ");
}

/** A text with a mark at its end. */
export function sentence(text: string): string {
  return ENDED.test(text) ? text : `${text}.`;
}

const ENDED = /[.!?…。！？]["”’)]?$/u;

/** The first sentence of a text, with its stop; all of it where it has none. */
export function firstSentence(text: string): string {
  const end = text.search(/[.!?](?:\s|$)/);
  return end === -1 ? text : text.slice(0, end + 1);
}
