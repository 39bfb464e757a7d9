import { writeNumber } from "@/lib/desk/forms/number-text";
import type { Span } from "@/lib/desk/forms/report/report";
import {
  type ChosenLoss,
  type ChosenSum,
  chosenLoss,
  chosenReturns,
  judgedAmount,
  NUMBER,
  type SaidDollars,
  SCALE,
} from "@/lib/desk/forms/report/report-amounts";
import { NAME } from "@/lib/desk/forms/report/report-attributions";
import { clauseAt, type Sentence, sentenceAt } from "@/lib/desk/forms/report/report-text";
import { readUsd } from "@/lib/desk/forms/typed-amount";

/** What a report says of a loss in another money: amounts as they are typed into the form, which converts them. */
export interface ForeignLoss extends ChosenLoss {
  returned: ChosenSum[];
  /** An amount of it as the form takes it: `€ 1,200,000`. */
  write: (value: number) => string;
}

const BEFORE =
  "(?:(?:HK|NT|NZ|CA|AU|[CAS])\\s?\\$|[€£¥₩₹]|(?:EUR|GBP|JPY|KRW|CHF|CNY|CAD|AUD|INR)(?![\\p{L}]))";
const BEHIND =
  "(?:[€£₩]|(?:euros?|pounds?(?: sterling)?|yen|won|yuan|rupees?|francs|Franken|EUR|GBP|JPY|KRW|CHF|CNY|CAD|AUD|INR)(?![\\p{L}])|欧元|英镑|日元|円|韩元|원|유로|евро(?!\\p{L}))";
const AMOUNT = `(?:${BEFORE}\\s?${NUMBER}${SCALE}?|${NUMBER}${SCALE}?(?:\\s(?:d['’]|de\\s)|\\s)?${BEHIND})`;
/** "between 3 and 4 million pounds", "€1.2–1.5m": one money stands for both ends. */
const RANGE = new RegExp(
  `(?:(?:between|from|zwischen|entre|von)\\s)?(?:${BEFORE}\\s?${NUMBER}${SCALE}?\\s?(?:-|–|—|to|and|bis|und|et|à|y|a)\\s?(?:${BEFORE}\\s?)?${NUMBER}${SCALE}?|${NUMBER}${SCALE}?\\s?(?:-|–|—|to|and|bis|und|et|à|y|a)\\s?${NUMBER}${SCALE}?(?:\\s(?:d['’]|de\\s)|\\s)?${BEHIND})`,
  "giu",
);
const SINGLE = new RegExp(AMOUNT, "giu");

/** A report that counts more than this counts no theft. */
const MOST = 500;

type Said = SaidDollars & { currencies: string; sign: string };

/**
 * The loss in another money, where a report speaks of one in a single money; null where it does not, or of several: which of
 * them is meant is nothing that its words say.
 * @param blank the text with its links made blank
 */
export function foreignLossIn(blank: string, sentences: readonly Sentence[]): ForeignLoss | null {
  const said = saidIn(blank, sentences);
  const [first] = said.filter(({ of }) => of !== "other");
  if (first === undefined) return null;
  const own = said.filter(({ currencies }) => currencies === first.currencies);
  if (said.some((each) => each.of === "loss" && each.currencies !== first.currencies)) return null;
  return {
    ...chosenLoss(own, sentences),
    returned: chosenReturns(own),
    write: (value) => `${first.sign} ${writeNumber(value)}`,
  };
}

function saidIn(blank: string, sentences: readonly Sentence[]): Said[] {
  const found: Said[] = [];
  for (const pattern of [RANGE, SINGLE])
    for (const { index, 0: words } of blank.matchAll(pattern)) {
      if (found.length >= MOST) break;
      const text = words.trimEnd();
      const span = { from: index, to: index + text.length };
      const isTaken = found.some((each) => span.from < each.to && each.from < span.to);
      if (isTaken || /[\p{L}\p{N}]$/u.test(blank.slice(Math.max(0, index - 1), index))) continue;
      const read = readUsd(text.replace(/^(?:entre|von)\s/iu, "between "), "best");
      if (!("problem" in read) || read.foreign === undefined || read.foreign.or !== null) continue;
      const { best, low, high, currencies } = read.foreign;
      const [sum, from, to] = [best, low, high].map((end) => (end === null ? null : Number(end)));
      if (sum == null && (from == null || to == null)) continue;
      const sign = new RegExp(`${BEFORE}|${BEHIND}`, "iu").exec(text)?.[0] ?? "";
      const amount = { ...span, text, sum: sum ?? null, low: from ?? null, high: to ?? null };
      found.push({
        ...amount,
        ...judgedAmount(amount, sentences),
        currencies: currencies.join(" "),
        sign,
      });
    }
  return found.sort((one, other) => one.from - other.from);
}

/** Who says an amount, where its sentence says “according to …” of it; empty where it does not. */
export function accordingTo({ from }: Span, sentences: readonly Sentence[]): string {
  const sentence = sentenceAt(sentences, from);
  if (sentence === null) return "";
  const within = ({ text }: { text: string }) =>
    new RegExp(
      `(?<!\\p{L})(?:[Aa]ccording to|[Ll]aut|[Ss]elon|[Ss]egún|[Ss]egundo) (?:researchers? (?:at |of )?|analysts? (?:at |of )?|the firm |investigator )?${NAME}`,
      "u",
    ).exec(text)?.[1];
  const others = [...sentence.text.matchAll(/[Aa]ccording to|[Ll]aut |[Ss]elon |[Ss]egún /g)];
  // Of two in one sentence, only the one of its own clause.
  const said =
    within(clauseAt(sentence, from)) ?? (others.length > 1 ? undefined : within(sentence));
  return (said ?? "")
    .replace(/^[Tt]he /, "")
    .replace(/[.,]+$/, "")
    .trim();
}
