import { bothExact, type Candidate, daysBetween } from "@/lib/desk/duplicates/candidate";
import { distinctiveWords } from "@/lib/desk/duplicates/distinctive-words";
import { dateText } from "@/lib/values/dates/day";
import { formatUsd } from "@/lib/values/money/usd";

// Tables name a theft by its target and a day that is now and then another: of the report, of a payment, of another
// year. What the guard takes for two, because so many days lie between, is asked about where target and sum agree.

/** The same sum, as lists round it. */
const SAME_SUM = 1.1;
/** Days that may lie between a theft and the report by which a list knows it. */
const MOST_DAYS = 45;
/** Years by which a slip may be off. */
const MOST_YEARS = 3;
/** Days that may lie between once the year is mended. */
const DAYS_OF_A_SLIP = 10;

/** Why a row may tell a known theft under another day; null where nothing says so. */
export function toldOtherwise(given: Candidate, known: Candidate): string | null {
  if (!isSameTarget(given, known) || given.loss === null || known.loss === null) return null;
  const [low, high] = [given.loss.best, known.loss.best].sort((one, other) => one - other);
  if (low === undefined || high === undefined || low <= 0 || high / low > SAME_SUM) return null;
  if (!bothExact(given.occurredOn, known.occurredOn)) return null;
  const days = daysBetween(given.occurredOn, known.occurredOn);
  if (days === null || given.occurredOn === null || known.occurredOn === null) return null;
  const sum = `same target and about the same loss, ${formatUsd(known.loss.best)}`;
  if (days <= MOST_DAYS) return `${sum}, ${days} days apart`;
  if (swapped(given.occurredOn) === known.occurredOn)
    return `${sum}; day and month may be swapped (${dateText(known.occurredOn)})`;
  for (let years = 1; years <= MOST_YEARS; years++)
    for (const shift of [years, -years]) {
      const shifted = inYear(given.occurredOn, shift);
      const between = daysBetween(shifted, known.occurredOn);
      if (between !== null && between <= DAYS_OF_A_SLIP)
        return `${sum}; the year may be a slip (${dateText(known.occurredOn)})`;
    }
  return null;
}

function isSameTarget(given: Candidate, known: Candidate): boolean {
  const ids = new Set(known.targets.map(({ targetId }) => targetId));
  if (given.targets.some(({ targetId }) => ids.has(targetId))) return true;
  const words = distinctiveWords(given.target).join("");
  return words !== "" && words === distinctiveWords(known.target).join("");
}

function inYear(day: string, shift: number): string {
  const shifted = `${Number(day.slice(0, 4)) + shift}${day.slice(4)}`;
  return shifted.endsWith("-02-29") ? `${shifted.slice(0, 8)}28` : shifted;
}

/** A day with its day and month the other way round; null where there is none. */
function swapped(day: string): string | null {
  const [year = "", month = "", date = ""] = day.split("-");
  return Number(date) > 12 ? null : `${year}-${date}-${month}`;
}
