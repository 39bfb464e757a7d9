import type { Span } from "@/lib/desk/forms/report/report";

/** A sentence, or a line that is none: a heading, a cell, an entry of a list. */
export interface Sentence extends Span {
  text: string;
  /** In which block of lines it stands, from 0: an empty line ends one. */
  paragraph: number;
  /** The sentence's place in the text, from 0. */
  at: number;
  /** Whether it begins a line. */
  opens: boolean;
  /** Whether it ends one. */
  closes: boolean;
}

/** A point behind one of these ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s(])(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|approx|ca|no|nr|vs|etc|e\.g|i\.e|z\.b|d\.h|mr|mrs|ms|dr|st|inc|ltd|u\.s|u\.k|est|max|min|mio|mrd|mill|bzw|usw|rd|janv|févr|juil|sept|déc|ene|abr|ago|dic|avr|fig|co)\.$/i;
/** "8. September", "2. Februar": the point is the day's. */
const ORDINAL = /(?:^|\s)\d{1,2}\.$/;

/** Every sentence of a text in its order. Lines that go on below one another in a wrapped paragraph are one. */
export function sentencesOf(text: string): Sentence[] {
  const found: Sentence[] = [];
  let paragraph = 0;
  for (const line of linesOf(text)) {
    if (line.text.trim() === "") {
      paragraph++;
      continue;
    }
    for (const span of sentencesIn(line.text)) {
      const from = line.from + span.from;
      const to = line.from + span.to;
      found.push({
        from,
        to,
        text: text.slice(from, to),
        paragraph,
        at: found.length,
        opens: span.opens,
        closes: span.closes,
      });
    }
  }
  return found;
}

interface Line extends Span {
  text: string;
}

/** The shortest line that a program would have wrapped. */
const WRAPPED = 60;

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (const { index, 0: line } of text.matchAll(/[^\r\n\u2028\u2029]*/g)) {
    const last = lines.at(-1);
    // At the end of a line nothing is found once more, which is no empty line.
    if (line === "" && last !== undefined && last.text !== "" && index === last.to) continue;
    const between = last === undefined ? "" : text.slice(last.to, index);
    const goesOn =
      last !== undefined &&
      /^(?:\r\n|\n|\r)$/.test(between) &&
      widthOfLast(last.text) >= WRAPPED &&
      !/[.!?:;。！？|]\s*$/.test(last.text) &&
      /^\s*[\p{Ll}\d(“"$]/u.test(line) &&
      !/^\s*\d+[.)/]/.test(line) &&
      !/https?:\/\/\S+$/.test(last.text);
    if (goesOn) {
      last.to = index + line.length;
      last.text = text.slice(last.from, last.to);
    } else lines.push({ from: index, to: index + line.length, text: line });
  }
  return lines;
}

function widthOfLast(text: string): number {
  return text.length - (text.lastIndexOf("\n") + 1);
}

/** A longer run of words is no sentence: it is cut, so that nothing has to look at a page at once. */
const LONGEST_SENTENCE = 1200;

/** Where a run that is too long is cut: behind a blank, if it has any. */
function cutAt(line: string, from: number): number {
  const blank = line.lastIndexOf(" ", from + LONGEST_SENTENCE);
  return blank > from ? blank + 1 : from + LONGEST_SENTENCE;
}

function sentencesIn(line: string): (Span & { opens: boolean; closes: boolean })[] {
  const found: (Span & { opens: boolean; closes: boolean })[] = [];
  let from = 0;
  const push = (to: number) => {
    const blank = line.slice(from, to).match(/^\s*/)?.[0].length ?? 0;
    const start = from + blank;
    const end = start + line.slice(start, to).trimEnd().length;
    if (end > start) found.push({ from: start, to: end, opens: found.length === 0, closes: false });
    from = to;
  };
  for (const { index, 0: mark } of line.matchAll(/[.!?]+["”’»)\]]*(?=\s)|[。！？]["”」』）]*/g)) {
    const end = index + mark.length;
    const before = line.slice(Math.max(from, index - 12), index + 1);
    const dot = mark === ".";
    if (dot && ABBREVIATION.test(before)) continue;
    if (dot && ORDINAL.test(before) && /^\s+\p{L}/u.test(line.slice(end))) continue;
    if (dot && /(?:^|\s)\p{Lu}\.$/u.test(before) && /^\s+\p{Lu}/u.test(line.slice(end))) continue;
    while (end - from > LONGEST_SENTENCE) push(cutAt(line, from));
    push(end);
  }
  while (line.length - from > LONGEST_SENTENCE) push(cutAt(line, from));
  push(line.length);
  const last = found.at(-1);
  if (last !== undefined) last.closes = true;
  return found;
}

/** Where one thing that is said ends and another begins. */
const CLAUSE =
  /;|；|，|\s[–—]\s|[,)]?\s\|\s|\s·\s|,\s(?=(?:but|while|whereas|then|yet|though|although|aber|während|mais|pero|which|who|of which|including)\s)|,\s(?=and\s)|\s(?=(?:but|while|whereas)\s)/giu;

/** The part of a sentence around a place that says one thing. */
export function clauseAt({ text, from }: Sentence, place: number): Span & { text: string } {
  const at = place - from;
  let start = 0;
  let end = text.length;
  for (const { index, 0: mark } of text.matchAll(CLAUSE)) {
    if (index + mark.length <= at) start = index + mark.length;
    else if (index >= at) {
      end = index;
      break;
    }
  }
  return { from: from + start, to: from + end, text: text.slice(start, end) };
}

/** The sentence in which a place lies; null between two. */
export function sentenceAt(sentences: readonly Sentence[], place: number): Sentence | null {
  let low = 0;
  let high = sentences.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const sentence = sentences[middle];
    if (sentence === undefined) return null;
    if (place < sentence.from) high = middle - 1;
    else if (place >= sentence.to) low = middle + 1;
    else return sentence;
  }
  return null;
}

/** A text with every link made blank, so that numbers and names in links are not read. Places stay as they are. */
export function withoutLinks(text: string): string {
  return text.replace(
    /https?:\/\/[^\s<>"'`|\]，；、。（）「」]+|(?:[a-z0-9-]+\.){1,3}(?:io|com|org|net|news|info)\/\S+|0x[0-9a-f]{20,}|(?<![A-Za-z0-9])(?=[A-Za-z]*\d)[A-Za-z0-9]{30,}/gi,
    (link) => {
      const end = /[).,;:!?*_]+$/.exec(link)?.[0] ?? "";
      return `${" ".repeat(link.length - end.length)}${end}`;
    },
  );
}
