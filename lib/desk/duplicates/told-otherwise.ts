import {
  bothExact,
  type Candidate,
  candidatesApart,
  daysBetween,
} from "@/lib/desk/duplicates/candidate";
import { dateText } from "@/lib/values/dates/day";
import { formatUsd } from "@/lib/values/money/usd";

// Tables name a theft by its target and a day that is now and then another: of the report, of a payment, of another
// year. What the guard takes for two, because so many days lie between, is asked about where target and sum agree.

/** The same sum, as lists round it. */
const SAME_SUM = 1.1;
/** A sum as first reports and later ones differ. */
const LIKE_SUM = 3;
/** Days that may lie between a theft and the report by which a list knows it. */
const MOST_DAYS = 45;
/** Years by which a slip may be off. */
const MOST_YEARS = 3;
/** Days that may lie between once the year is mended: of the same sum, and of one that is only like it. */
const DAYS_OF_A_SLIP = { same: 10, like: 3 };

/** Why a row may tell a known theft under another day; null where nothing says so. */
export function toldOtherwise(given: Candidate, known: Candidate): string | null {
  if (given.occurredOn === null || known.occurredOn === null) return null;
  if (!bothExact(given.occurredOn, known.occurredOn) || !isSameTarget(given, known)) return null;
  const apart = timesApart(given, known);
  const days = candidatesApart(given, known);
  if (days === null || apart > LIKE_SUM) return null;
  const isSame = apart <= SAME_SUM;
  const what = isSame
    ? `same target and about the same loss, ${formatUsd(known.loss?.best ?? null)}`
    : "same target";
  if (isSame && days <= MOST_DAYS) return `${what}, ${days} days apart`;
  const there = dateText(known.occurredOn);
  if (isSame && swapped(given.occurredOn) === known.occurredOn)
    return `${what}; day and month may be swapped (${there})`;
  const slip = yearsOff(given.occurredOn, known.occurredOn, isSame);
  return slip ? `${what}; the year may be a slip (${there})` : null;
}

/** How many times one loss is the other, the nearest of its bounds included; as much as may be where one is not known. */
function timesApart({ loss: given }: Candidate, { loss: known }: Candidate): number {
  if (given === null || known === null) return LIKE_SUM;
  const sums = [known.low, known.best, known.high];
  if (given.best >= known.low && given.best <= known.high) return 1;
  const times = sums.map((sum) =>
    sum <= 0 || given.best <= 0
      ? Number.POSITIVE_INFINITY
      : Math.max(sum, given.best) / Math.min(sum, given.best),
  );
  return Math.min(...times);
}

/** Whether two days are almost the same one of different years. */
function yearsOff(given: string, known: string, isSame: boolean): boolean {
  const most = isSame ? DAYS_OF_A_SLIP.same : DAYS_OF_A_SLIP.like;
  for (let years = 1; years <= MOST_YEARS; years++)
    for (const shift of [years, -years]) {
      const between = daysBetween(inYear(given, shift), known);
      if (between !== null && between <= most) return true;
    }
  return false;
}

function isSameTarget(given: Candidate, known: Candidate): boolean {
  const words = given.targetParts?.own ?? "";
  if (words !== "" && words === known.targetParts?.own) return true;
  return given.targets.some(({ targetId }) =>
    known.targets.some((target) => target.targetId === targetId),
  );
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
