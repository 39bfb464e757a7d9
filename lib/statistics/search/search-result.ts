import type { NamedActor } from "@/lib/record/actors/legal-status";
import type { PublishedFigureRow } from "@/lib/record/figures/published-figure";
import type { Reading } from "@/lib/statistics/search/entry";
import type { FoundAddress } from "@/lib/statistics/search/found-address";
import type { SearchKind } from "@/lib/values/search/search-kind";
import type { Category, TargetKind } from "@/lib/values/taxonomy/taxonomy";

/** What it says of a result why it is one. */
export interface Matched {
  /** “also called”, “publisher” …; null where it is a text of its own. */
  what: string | null;
  text: string;
}

interface Found {
  score: number;
  /** What matched, where the title does not show it. */
  matched: Matched | null;
  /** Words that were asked for and are not in it. */
  missing: readonly string[];
}

export interface FoundIncident extends Found {
  kind: "incident";
  slug: string;
  name: string;
  target: string;
  /** As precisely as it is known. */
  occurredOn: string;
  category: Category;
  lossUsd: number | null;
  lossUsdLow: number | null;
  lossUsdHigh: number | null;
  retracted: boolean;
}

export interface FoundTarget extends Found {
  kind: "target";
  slug: string;
  name: string;
  targetKind: TargetKind;
  incidents: number;
  lossUsd: number;
}

export interface FoundActor extends Found {
  kind: "actor";
  slug: string;
  /** Who it is, a person with the legal status. */
  actor: NamedActor;
  description: string;
}

export interface FoundTechnique extends Found {
  kind: "technique";
  technique: string;
  incidents: number;
}

/** Incidents of a publisher are counted no further. */
export const MOST_COUNTED = 1_000;

export interface FoundPublisher extends Found {
  kind: "publisher";
  publisher: string;
  figures: number;
  incidents: number;
}

export interface FoundFigure extends Found {
  kind: "figure";
  figure: PublishedFigureRow;
}

export type FoundWallet = Found & FoundAddress;

export type SearchResult =
  | FoundIncident
  | FoundTarget
  | FoundActor
  | FoundTechnique
  | FoundPublisher
  | FoundFigure
  | FoundWallet;

/** What a search found. */
export interface SearchAnswer {
  /** Best first. */
  results: SearchResult[];
  /** How many there are of each kind, those that are not listed too. */
  counts: Partial<Record<SearchKind, number>>;
  reading: Reading;
}
