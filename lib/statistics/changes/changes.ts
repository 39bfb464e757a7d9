import type { NamedActor } from "@/lib/record/actors/legal-status";
import type { CountingRules } from "@/lib/statistics/rules/counting-rule-number";
import type {
  AttributionBasis,
  Category,
  Confidence,
  TargetKind,
} from "@/lib/values/taxonomy/taxonomy";

/** Why an incident moved a figure, in the order in which pages list it. */
export const CHANGE_KINDS = {
  recounted: {
    label: "Counted by another rule since",
    definition:
      "Incidents that counted, or did not, by the rules under which the earlier version was published, and count otherwise by those of the later.",
  },
  added: {
    label: "Added",
    definition: "Incidents that the earlier version did not hold.",
  },
  reinstated: {
    label: "Reinstated",
    definition: "Incidents that had been retracted or merged, and count again.",
  },
  revised: {
    label: "Loss revised",
    definition: "Incidents whose loss was put at another figure, or at one for the first time.",
  },
  returned: {
    label: "Returned",
    definition: "Incidents of which more or less is now known to have come back.",
  },
  covered: {
    label: "Coverage",
    definition:
      "Incidents of days that editors have looked through since; or that the later version no longer says they have.",
  },
  redated: {
    label: "Date moved",
    definition: "Incidents whose date was corrected into the period or out of it.",
  },
  reclassified: {
    label: "Reclassified",
    definition:
      "Incidents that fit the filters, or no longer do, because of a corrected category, technique, target, chain or text.",
  },
  reattributed: {
    label: "Reattributed",
    definition:
      "Incidents that somebody attributed to another actor or with another confidence, or whose actor became part of another.",
  },
  merged: {
    label: "Merged",
    definition: "Incidents that turned out to be part of another, which now holds their loss.",
  },
  retracted: {
    label: "Retracted",
    definition: "Incidents that were withdrawn from the record's totals.",
  },
  unmoved: {
    label: "Corrected without moving it",
    definition: "Incidents of this figure of which something was corrected that it does not count.",
  },
} as const;
export type ChangeKind = keyof typeof CHANGE_KINDS;

/**
 * A figure at a version. `exact` is the decimal number as the database adds it up; `amount` the same for showing,
 * in US dollars or, where incidents are counted, their number. It leaves out `unknownSize` incidents.
 */
export interface NumberAt {
  incidents: number;
  unknownSize: number;
  amount: number;
  exact: string;
}

/** What the incidents of one kind of change added to a figure, or took off it. */
export interface ChangeSegment {
  kind: ChangeKind;
  incidents: number;
  amount: number;
  exact: string;
}

/** An incident as one version tells it, as far as a reader is told what changed. */
export interface IncidentState {
  slug: string;
  name: string;
  target: string;
  targetKind: TargetKind;
  /** As precisely as it is known: a day, a month or a year. */
  occurredOn: string;
  category: Category;
  technique: string;
  chains: string[];
  lossUsd: number | null;
  lossUsdLow: number | null;
  lossUsdHigh: number | null;
  returnedUsd: number | null;
  retraction: string | null;
  mergedInto: { slug: string; name: string } | null;
  attributions: {
    actor: NamedActor;
    by: string;
    confidence: Confidence;
    basis: AttributionBasis | null;
  }[];
  /** Texts and lists of which readers are told only that they changed. */
  digests: Record<
    | "summary"
    | "techniqueDefinition"
    | "lossEstimates"
    | "returnEstimates"
    | "dateStatements"
    | "assets"
    | "addresses"
    | "transactions"
    | "identifiers"
    | "sources",
    string
  >;
  revision: number;
  /** The version that published this revision. */
  publishedIn: number;
}

/** One incident's part in a change. */
export interface ChangedIncident {
  kind: ChangeKind;
  /** What this change adds to the figure; in the figure's unit. */
  amount: number;
  /** Null where the earlier version does not hold it. */
  before: (IncidentState & { counted: boolean; counts: number | null }) | null;
  /** Null where the later version does not hold it. */
  after: (IncidentState & { counted: boolean; counts: number | null }) | null;
}

/** Why a figure differs between two versions. The parts add up to the difference of the two figures. */
export interface Changes {
  /** The counting rules under which each of the two versions was published. */
  rules: { before: CountingRules; after: CountingRules };
  before: NumberAt;
  after: NumberAt;
  /** In the order of CHANGE_KINDS; only those that occur. */
  parts: ChangeSegment[];
  /** Those that move it most first; not all, where they are many. */
  incidents: ChangedIncident[];
}
