import type { LineKind, Reconciled, Unreconciled } from "@/lib/statistics/reconciliation/reconcile";

/** What kinds of lines are called. */
export const LINE_LABELS: Record<LineKind, string> = {
  scope: "Scope",
  attribution: "Known by then",
  netting: "Netting",
  "cut-off": "Cut-off day",
  valuation: "Valued differently",
  "only-theirs": "Only theirs",
  "only-ours": "Only ours",
};

/** Why nothing of ours stands beside a figure, as a sentence. */
export const UNRECONCILED: Record<Unreconciled, string> = {
  named: "It adds up thefts that its publisher names, and no source says which these are.",
  part: "It counts a part of its scope, and no source says which thefts are in it.",
  net: "What came back is taken off, and no source says of which thefts.",
  more: "It counts what is no theft, such as collapses or frauds of other kinds.",
  uncovered: "Its days are not yet covered here.",
  retracted: "It was retracted.",
};

/** A sum of cents in millions of dollars, without unit: `−37.30`. */
export function inMillionsPlain(cents: bigint, digits = 2): string {
  const rounded = (Number(cents) / 1e8).toLocaleString("en-GB", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return /^-[0.]+$/.test(rounded) ? rounded.slice(1) : rounded.replace("-", "−");
}

/** The same with a plus before what adds. */
export function signedMillions(cents: bigint, digits = 2): string {
  const plain = inMillionsPlain(cents, digits);
  return cents > 0n && !/^[0.]+$/.test(plain) ? `+${plain}` : plain;
}

/** A sum in words: `$989.6m`, `$2.86bn`, `−$7.4m`. */
export function sumInWords(cents: bigint): string {
  const sign = cents < 0n ? "−" : "";
  const millions = Math.abs(Number(cents)) / 1e8;
  const [value, unit] = millions >= 1000 ? [millions / 1000, "bn"] : [millions, "m"];
  const digits = unit === "bn" ? 2 : 1;
  return `${sign}$${value.toLocaleString("en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits })}${unit}`;
}

/** Ours by a publisher's rule beside its figure, in a few words: `$989.6m, $7.4m less than this`. */
export function besideText({ underRuleCents, residualCents }: Reconciled): string {
  const ours = sumInWords(underRuleCents);
  if (residualCents === 0n) return `${ours}, the same`;
  const size = sumInWords(residualCents < 0n ? -residualCents : residualCents);
  return `${ours}, ${size} ${residualCents > 0n ? "less" : "more"} than this`;
}

/** What is left, as a sentence's end. */
export function residualText({ residualCents }: Reconciled): string {
  if (residualCents === 0n) return "Nothing is left to explain.";
  const size = sumInWords(residualCents < 0n ? -residualCents : residualCents);
  return residualCents > 0n
    ? `${size} of theirs is left without an explanation.`
    : `${size} of ours is left without an explanation.`;
}
