import type { PublishedFigureRow } from "@/lib/record/figures/published-figure";
import type { IncidentList, Publisher } from "@/lib/record/publishers/publisher";
import { isWithinRounding } from "@/lib/statistics/reconciliation/rounding";
import { MONTHS } from "@/lib/values/dates/day";

/** What decides which list is behind a figure. */
export type ListedFigure = Pick<PublishedFigureRow, "publisher" | "from" | "to" | "amountUsd">;

const ORDINALS = ["first", "second", "third", "fourth"];
const two = (number: number) => String(number).padStart(2, "0");

/**
 * The days that the words of a list name, as beginnings of a figure's first and last day; null where they name none.
 * `to 14 September 2023` names the last day alone, `second quarter 2023` the months of both.
 */
export function listedDays(words: string): { from: string[]; to: string[] } | null {
  const month = (name: string) => two(MONTHS.findIndex((each) => each.startsWith(name)) + 1);
  const names = MONTHS.join("|");
  const until = new RegExp(`\\bto (?:(\\d{1,2}) )?(${names}) (\\d{4})`).exec(words);
  if (until !== null) {
    const [, day, name = "", year = ""] = until;
    const to = `${year}-${month(name)}${day === undefined ? "" : `-${two(Number(day))}`}`;
    return { from: [""], to: [to] };
  }
  const part = /\b(first|second|third|fourth) (quarter|half) (\d{4})/.exec(words);
  if (part !== null) {
    const [, ordinal = "", unit, year] = part;
    const months = unit === "half" ? 6 : 3;
    const last = (ORDINALS.indexOf(ordinal) + 1) * months;
    return { from: [`${year}-${two(last - months + 1)}`], to: [`${year}-${two(last)}`] };
  }
  const single = new RegExp(`(?:(\\d{1,2}) )?(${names}) (\\d{4})`).exec(words);
  if (single !== null) {
    const [, day, name = "", year = ""] = single;
    const days = `${year}-${month(name)}${day === undefined ? "" : `-${two(Number(day))}`}`;
    return { from: [days], to: [days] };
  }
  const year = /\b(\d{4})\b/.exec(words)?.[1];
  return year === undefined ? null : { from: [year], to: [year] };
}

/** The sum that the words of a list name, in US dollars; null where they name none. */
export function listedAmount(words: string): number | null {
  const match = /\$([\d.,]+)(bn|m)\b/.exec(words);
  if (match === null) return null;
  const digits = Number((match[1] ?? "").replaceAll(",", ""));
  return Math.round(digits * (match[2] === "bn" ? 1e9 : 1e6));
}

/** Whether a list is one of the incidents behind a figure: of the same publisher, of its days and, as rounded, its sum. */
export function isListOf(publisher: Publisher, list: IncidentList, figure: ListedFigure): boolean {
  if (publisher.publisher !== figure.publisher) return false;
  // What was given first and changed since is no longer the figure's.
  if (list.figure.includes("as first given")) return false;
  const amount = listedAmount(list.figure);
  const days = listedDays(list.figure);
  if (amount === null || days === null) return false;
  if (!days.from.some((start) => figure.from.startsWith(start))) return false;
  if (!days.to.some((end) => figure.to.startsWith(end))) return false;
  return isWithinRounding(amount, figure.amountUsd) || isWithinRounding(figure.amountUsd, amount);
}

/** The lists of the incidents behind some figures, by the figures' ids. */
export function listsOfFigures<Figure extends ListedFigure & { figureId: number }>(
  publishers: readonly Publisher[],
  figures: readonly Figure[],
): Map<number, IncidentList> {
  const found = new Map<number, IncidentList>();
  for (const publisher of publishers)
    for (const list of publisher.incidentLists) {
      const figure = figures.find((each) => isListOf(publisher, list, each));
      if (figure !== undefined && !found.has(figure.figureId)) found.set(figure.figureId, list);
    }
  return found;
}
