import type { Actor } from "@/lib/record/actors/actor";
import { dateText, MONTHS } from "@/lib/values/dates/day";
import type { LegalStatus } from "@/lib/values/taxonomy/taxonomy";

/**
 * An actor as it is named beside an amount: a person is never named there without the legal status, nor a group that
 * was charged. */
export interface NamedActor extends Pick<Actor, "kind" | "status" | "statusOn"> {
  name: string;
}

/**
 * What a name is followed by beside an amount: a person's legal status, `unknown` where no source on record says, or that a
 * group is charged.
 */
export type LegalStatusInName = LegalStatus | "charged-group" | "unknown";

const WORDS: Record<LegalStatusInName, (when: string | null) => string> = {
  charged: () => "charged, not tried",
  convicted: (when) => (when === null ? "convicted" : `convicted ${when}`),
  "pleaded-guilty": () => "pleaded guilty",
  acquitted: (when) => (when === null ? "acquitted" : `acquitted ${when}`),
  "not-tried": () => "not tried",
  // The outcome of the case first, and then the year of the death, which leaves room for both in a chart.
  "convicted-deceased": (when) =>
    when === null ? "convicted, since deceased" : `convicted, died ${when.slice(-4)}`,
  // Of a case that death ended, or of which no outcome is on record.
  deceased: (when) => (when === null ? "deceased" : `died ${when}`),
  "charged-group": () => "charged",
  unknown: () => "status not known",
};

/** How far a person's case has come, in words; `when` with its preposition, `in May 2025`. */
export function legalStatusWords(status: LegalStatusInName, when: string | null): string {
  return WORDS[status](when);
}

/**
 * How far a person's case has come, in words: `charged, not tried`, `acquitted in May 2025`; `status not known` where
 * no source on record says. A group has one only where it is named by nothing but charges (`namedStatus`): `charged`. Null
 * of whoever else is no person. A day is given as its month: what is said beside a sum is
 * the state of the case, and the actor's page has the day.
 */
export function legalStatusText({
  kind,
  status,
  statusOn,
}: Omit<NamedActor, "name">): string | null {
  if (kind === "group" && status === "charged") return legalStatusWords("charged-group", null);
  if (kind !== "individual") return null;
  return legalStatusWords(
    status ?? "unknown",
    statusOn === null ? null : `in ${dateText(statusOn.slice(0, 7))}`,
  );
}

/** An actor's name as it stands beside an amount: `Ilya Lichtenstein (pleaded guilty)`, `Lazarus Group`. */
export function nameWithStatus(actor: NamedActor): string {
  const status = legalStatusText(actor);
  return status === null ? actor.name : `${actor.name} (${status})`;
}

const DATED =
  "(?<dated>convicted|acquitted|died) in (?:(?<month>[A-Z][a-z]+) )?(?<year>\\d{4})|convicted, died (?<death>\\d{4})";
const PLAIN = Object.entries(WORDS).map(([status, text]) => [text(null), status] as const);
/** What a name ends with, or what stands before the slug that tells it from a namesake. */
const STATUS = new RegExp(
  `^(?<before>.+) \\((?:${DATED}|(?<plain>${PLAIN.map(([text]) => text).join("|")}))\\)(?<after>| \\([a-z0-9-]+\\))$`,
  "su",
);
const OF_DATED: Readonly<Record<string, LegalStatusInName>> = {
  convicted: "convicted",
  acquitted: "acquitted",
  died: "deceased",
};

/** A name as `nameWithStatus` writes it, so that its status can be said in other words. */
interface NameInParts {
  before: string;
  status: LegalStatusInName;
  /** `2025-05` or `2025`; null where the status has none. */
  when: string | null;
  after: string;
}

/** The parts of a name with a legal status; null where it has none. */
export function nameInParts(name: string): NameInParts | null {
  const { before, dated, month, year, death, plain, after } = STATUS.exec(name)?.groups ?? {};
  if (before === undefined || after === undefined) return null;
  if (death !== undefined) return { before, status: "convicted-deceased", when: death, after };
  if (dated !== undefined && year !== undefined) {
    const number = month === undefined ? null : MONTHS.indexOf(month) + 1;
    const status = OF_DATED[dated];
    if (number === 0 || status === undefined) return null;
    const when = number === null ? year : `${year}-${String(number).padStart(2, "0")}`;
    return { before, status, when, after };
  }
  const status = PLAIN.find(([text]) => text === plain)?.[1];
  return status === undefined
    ? null
    : { before, status: status as LegalStatusInName, when: null, after };
}
