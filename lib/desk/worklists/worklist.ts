import type { RecordKind } from "@/lib/record/kinds/record-kind";

/** A list of records that lack something, or are doubtful in one way. */
interface WorklistDefinition {
  /** As its URL names it. */
  name: string;
  title: string;
  /** Which records are in it, and what to do about them. */
  note: string;
  kind: RecordKind;
}

/**
 * The worklists, in the order of their page. One of incidents has its condition in `incident-worklist-sql.ts`, one of another
 * kind its ids in `worklist-queries.ts`; the compiler names what is left out.
 */
export const WORKLISTS = [
  {
    name: "one-source",
    title: "One source",
    note: "All that is said of the incident can be read at one URL only. Find a second one.",
    kind: "incident",
  },
  {
    name: "only-copies",
    title: "Only copies",
    note: "Every source passes on what others found: a list or database, or a snapshot that nobody has looked at. Find the page behind it.",
    kind: "incident",
  },
  {
    name: "no-archived-copy",
    title: "No archived copy",
    note: "None of its sources has an archived copy, or is one. If the pages go, nothing is left to check it by.",
    kind: "incident",
  },
  {
    name: "dead-link",
    title: "Dead link",
    note: "The page of a source was gone when its link was last followed, and no archived copy stands in for it. Find one, or another page that says the same. Nothing is known of links that nobody has followed: npm run sources does.",
    kind: "incident",
  },
  {
    name: "no-technique",
    title: "No technique",
    note: "How it was done is unknown. Later reports often say.",
    kind: "incident",
  },
  {
    name: "wrong-checksum",
    title: "Wrong checksum",
    note: "The capital and small letters of an address do not fit, so a character is probably mistyped. Compare it with its source.",
    kind: "incident",
  },
  {
    name: "stale-suspicion",
    title: "Undated or stale suspicion",
    note: "An actor is only suspected, and a statement of it says no day, or the last is more than two years old. Find what was said since.",
    kind: "incident",
  },
  {
    name: "no-range",
    title: "No low or high estimate",
    note: "The loss has a best estimate, and neither a low nor a high one. See what other sources say it was.",
    kind: "incident",
  },
  {
    name: "unexplained-gaps",
    title: "Unexplained gaps",
    note: "Figures of other publishers that differ by a tenth or more from ours counted by their rule. The largest are first.",
    kind: "figure",
  },
  {
    name: "thin-months",
    title: "Thin months",
    note: "Months with fewer than half as many incidents as is usual around them: the median of the six months before and after through which the same families of sources reach, as the coverage states them, where that is eight or more. Something may be missing there, or the month was quiet. Read its sources again, or say in the coverage what is missing.",
    // A month is no record: what is claimed is the coverage of it, by the month’s number.
    kind: "coverage",
  },
] as const satisfies readonly WorklistDefinition[];

export type Worklist = (typeof WORKLISTS)[number];
export type WorklistName = Worklist["name"];
/** The worklists of incidents. */
export type IncidentWorklistName = Extract<Worklist, { kind: "incident" }>["name"];

/** A worklist by its name; null where there is none. */
export function findWorklist(name: string): Worklist | null {
  return WORKLISTS.find((each) => each.name === name) ?? null;
}

/** How many records of a worklist fit on one page. */
export const WORKLIST_PAGE = 50;

/** For how many days a record stays claimed. */
export const CLAIM_DAYS = 5;

/** How old the last statement of a suspicion may be before it is stale. */
export const STALE_AFTER_YEARS = 2;

/** From which share of a figure on what is unexplained of it is a gap. */
export const GAP_SHARE = 0.1;
