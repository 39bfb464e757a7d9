import { inUnit } from "@/lib/statistics/charts/model/amount-unit";
import { MONTH_NAMES } from "@/lib/statistics/charts/model/leap-year";
import { incidentsText } from "@/lib/statistics/totals/incident-count";
import type { Day } from "@/lib/values/dates/day";
import { dateInShort, dateText, lastDayOfMonth, yearOf } from "@/lib/values/dates/day-text";
import { formatThreshold, formatUsd, formatUsdExact, groupThousands } from "@/lib/values/money/usd";
import type { PlotWords } from "./chart-words";
import type { DateWords } from "./date-words";
import type { NumberWords } from "./number-words";

// What drawings write in English, apart from the rest: it is all that a page's live drawings load.

const plainSpaces = (text: string) => text.replaceAll("\u00a0", " ");
const shortMonth = (day: Day) => `${MONTH_NAMES[Number(day.slice(5, 7)) - 1]} ${yearOf(day)}`;
const dayMonth = (day: number, month: number) => `${day} ${MONTH_NAMES[month - 1]}`;

function span({ from, to }: { from: Day; to: Day }): string {
  if (from === to) return dateInShort(to);
  const first = dateInShort(from);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))}–${dateInShort(to)}`;
  return `${yearOf(from) === yearOf(to) ? first.replace(/ \d{4}$/, "") : first} – ${dateInShort(to)}`;
}

const date: DateWords = {
  months: MONTH_NAMES,
  long: dateText,
  short: dateInShort,
  month: dateInShort,
  dayMonth,
  span,
  titleSpan({ from, to }) {
    if (!from.endsWith("-01") || to !== lastDayOfMonth(to.slice(0, 7)))
      return plainSpaces(span({ from, to }));
    const [first, last] = [yearOf(from), yearOf(to)];
    if (from.endsWith("-01-01") && to.endsWith("-12-31"))
      return first === last ? String(last) : `${first}–${last}`;
    if (first !== last) return `${shortMonth(from)} – ${shortMonth(to)}`;
    const [month, end] = [Number(from.slice(5, 7)), Number(to.slice(5, 7))];
    if (month === end) return shortMonth(to);
    if (month % 3 === 1 && end === month + 2) return `Q${(month + 2) / 3} ${last}`;
    return `${MONTH_NAMES[month - 1]}–${shortMonth(to)}`;
  },
  sinceStart: (through) => `to ${plainSpaces(dateInShort(through))}`,
  yearThrough(through) {
    const year = yearOf(through);
    if (through.endsWith("-12-31")) return String(year);
    return `${year} to ${plainSpaces(dateInShort(through)).replace(/ \d{4}$/, "")}`;
  },
  years: (first, last) => (first === last ? String(first) : `${first}–${last}`),
  yearSoFar: (through) => `1\u00a0Jan – ${dateInShort(through)}`,
  cut(end, day, interval) {
    const month = interval === "month" ? "" : ` ${MONTH_NAMES[Number(day.slice(5, 7)) - 1]}`;
    return `${end} ${Number(day.slice(8))}${month}`;
  },
  quarter: (number) => `Q${number}`,
  quarterOf: (number, year) => `Q${number} ${year}`,
  throughYear: (year) => `to ’${year.slice(2)}`,
};

/** As cells of a heat map write amounts: in millions. */
function cell(amount: number): string {
  const millions = amount / 1e6;
  if (millions === 0) return "0";
  if (millions < 0.05) return "<0.1";
  return millions < 9.95 ? millions.toFixed(1) : Math.round(millions).toLocaleString("en-GB");
}

const number: NumberWords = {
  whole: (count) => groupThousands(Math.round(count).toFixed(0)),
  usd: formatUsd,
  usdExact: formatUsdExact,
  threshold: formatThreshold,
  inUnit,
  bare: (unit, amount) => inUnit(unit, amount).replace(/^\$([\d.,]+)[a-z]*$/, "$1"),
  unit: (unit) => unit,
  cell,
  bound(amount) {
    const millions = amount / 1e6;
    if (millions === 0 || millions >= 9.95) return groupThousands(millions.toFixed(0));
    return String(Number(millions.toPrecision(2)));
  },
  percent: (digits) => `${digits}%`,
  ticks: ({ ticks }) => ticks.map(({ label }) => label),
};

const NOUNS = {
  actor: ["actor", "actors"],
  incident: ["incident", "incidents"],
  technique: ["technique", "techniques"],
  target: ["kind of target", "kinds of target"],
  chain: ["chain", "chains"],
} as const;

export const ENGLISH_PLOT: PlotWords = {
  language: "en",
  direction: "ltr",
  isUnspaced: false,
  number,
  date,
  incidents: incidentsText,
  confidence: {
    suspected: "suspected",
    likely: "likely",
    confirmed: "confirmed",
    acquitted: "acquitted",
  },
  label: {
    unknown: "unknown",
    notKnown: "Not known",
    noChain: "No chain named",
    notAttributed: "Not attributed",
    attributed: "Attributed",
    notAttributedKey: "not attributed",
    severalChains: "On several chains",
    severalActors: "Several actors",
    others: (count) => `${count} others`,
    nothing: "No incident on record fits this selection.",
    none: "none",
    overall: "overall",
    notYetCovered: "not yet covered",
    notCounted: "not counted",
    byDay: (day, amount) => `by ${day}: ${amount}`,
    yearAmount: (year, amount) => `${year}: ${amount}`,
    partlyUnknown: (incidents, unknown) =>
      `${incidentsText(incidents)}, ${unknown} of unknown size`,
    partlyReturned: (incidents, known) => `${incidentsText(incidents)}, known of ${known}`,
    rest(count, noun, most, measure) {
      const isOne = count === 1;
      const said = `${count.toLocaleString("en-GB")} more ${NOUNS[noun][isOne ? 0 : 1]}`;
      return most === null
        ? `${said}, ${measure === "returned" ? "nothing known" : "of unknown size"}`
        : `${said}, ${isOne ? "" : "each "}${most} or ${measure === "count" ? "fewer" : "less"}`;
    },
    range: (least, surest, most, leastSure) => `${least} ${surest} to ${most} ${leastSure}`,
    acquitted: (amount) => `${amount} (acquitted)`,
    sure: (amount, confidence) => `${amount} ${confidence}`,
  },
};
