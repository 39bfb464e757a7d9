import bidiFactory from "bidi-js";

const bidi = bidiFactory();

/**
 * @typedef {{ text: string, isRightToLeft: boolean }} Run Letters that are read in one direction.
 */

const MAY_RUN_BACKWARDS =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * A line in the runs in which it is drawn, from left to right, by Unicode's bidirectional algorithm.
 * @param {string} text
 * @param {"ltr" | "rtl"} base how the line itself is read: from the left, as in SVG, where nothing else is said
 * @returns {Run[]}
 */
export function visualRuns(text, base = "ltr") {
  if (base === "ltr" && !MAY_RUN_BACKWARDS.test(text)) return [{ text, isRightToLeft: false }];
  const { levels } = bidi.getEmbeddingLevels(text, base);
  /** @type {{ text: string, level: number }[]} */
  const runs = [];
  for (let at = 0; at < text.length; at++) {
    const level = levels[at] ?? 0;
    const last = runs.at(-1);
    if (last?.level === level) last.text += text[at];
    else runs.push({ text: text[at] ?? "", level });
  }
  // Rule L2: from the highest level to the lowest that runs backwards, what has at least that level is turned around.
  const highest = Math.max(...runs.map(({ level }) => level));
  for (let level = highest; level > 0; level--)
    for (let first = 0; first < runs.length; first++) {
      let end = first;
      while ((runs[end]?.level ?? -1) >= level) end++;
      if (end > first) runs.splice(first, end - first, ...runs.slice(first, end).reverse());
      first = end;
    }
  return runs.map((run) => ({ text: run.text, isRightToLeft: run.level % 2 === 1 }));
}
