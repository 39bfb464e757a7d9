import {
  type NumberRule,
  readNumberRule,
  writeNumberRule,
} from "@/lib/statistics/changes/number-rule";
import type { ParameterProblem, Read } from "@/lib/statistics/rules/parameters";
import type { Day } from "@/lib/values/dates/day";

/** A figure at two versions of the record, the earlier one first; both may be the same. */
export interface ChangesView {
  from: number;
  to: number;
  rule: NumberRule;
}

/** A number as somebody cites it: its rule, at the version that they read. */
export interface CitedNumber {
  version: number;
  rule: NumberRule;
}

/** Both or neither of two readings. */
function together<One, Other>(one: Read<One>, other: Read<Other>): Read<[One, Other]> {
  if (one.ok && other.ok) return { ok: true, value: [one.value, other.value] };
  return {
    ok: false,
    problems: [...(one.ok ? [] : one.problems), ...(other.ok ? [] : other.problems)],
  };
}

/** Reads a parameter that names a version. @param usual where it is not given; null where it must be */
function readVersion(
  query: URLSearchParams,
  name: string,
  newest: number,
  usual: number | null,
): Read<number> {
  const given = query.getAll(name).filter((text) => text.trim() !== "");
  const [text] = given;
  const allowed =
    newest === 1
      ? "a version of the record; so far there is only 1"
      : `a version of the record, from 1 to ${newest}`;
  const no = (as: string | null, what: string): Read<number> => ({
    ok: false,
    problems: [{ parameter: name, given: as, allowed: what } satisfies ParameterProblem],
  });
  if (text === undefined) return usual === null ? no(null, allowed) : { ok: true, value: usual };
  if (given.length > 1) return no(given.join(" and "), "given only once");
  if (!/^[1-9]\d{0,8}$/.test(text) || Number(text) > newest) return no(text, allowed);
  return { ok: true, value: Number(text) };
}

/**
 * Reads what is asked of two versions: `from` and `to`, by default the newest and the one before it.
 * @param newest the newest version that may be asked for
 */
export function readChanges(
  query: URLSearchParams,
  newest: number,
  asOf: Day,
  now: Day,
): Read<ChangesView> {
  const to = readVersion(query, "to", newest, newest);
  const from = readVersion(query, "from", newest, to.ok ? Math.max(1, to.value - 1) : 1);
  const read = together(together(from, to), readNumberRule(query, ["from", "to"], asOf, now));
  if (!read.ok) return read;
  const [[earlier, later], rule] = read.value;
  if (earlier > later) {
    const allowed = `a version not after to, which is ${later}`;
    return { ok: false, problems: [{ parameter: "from", given: String(earlier), allowed }] };
  }
  return { ok: true, value: { from: earlier, to: later, rule } };
}

/** The canonical query of a comparison: both versions always, so that it never drifts. */
export function writeChanges({ from, to, rule }: ChangesView): string {
  return joined({ from, to }, rule);
}

/**
 * Reads a cited number: `version`, and its rule, which must say through which day a year counts that has not ended.
 * @param newest the newest version that may be asked for
 */
export function readCitedNumber(
  query: URLSearchParams,
  newest: number,
  now: Day,
): Read<CitedNumber> {
  const read = together(
    readVersion(query, "version", newest, null),
    readNumberRule(query, ["version"], null, now),
  );
  return read.ok ? { ok: true, value: { version: read.value[0], rule: read.value[1] } } : read;
}

/** The canonical query of a cited figure. */
export function writeCitedNumber({ version, rule }: CitedNumber): string {
  return joined({ version }, rule);
}

function joined(versions: Record<string, number>, rule: NumberRule): string {
  const own = Object.entries(versions).map(([name, number]) => `${name}=${number}`);
  const figure = writeNumberRule(rule);
  return [...own, ...(figure === "" ? [] : [figure])].join("&");
}
