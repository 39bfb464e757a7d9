import type { Filters } from "@/lib/statistics/rules/views";
import type { Total } from "@/lib/statistics/totals/totals";
import type { Day } from "@/lib/values/dates/day";
import type { LossKnown } from "@/lib/values/money/loss-text";

/** A total of the record before a publication and after it. */
export interface TotalMoved {
  of: "year" | "month" | "actor";
  /** What it is called: `2026 through 22 November`, `September 2023`, an actor's name. */
  label: string;
  /** Its rule, by which both are added up; an actor by the slug that it has afterwards. */
  filters: Filters;
  before: Total;
  after: Total;
}

/** A place among others by loss, 1 for the largest. */
export interface Rank {
  place: number;
  among: number;
}

/** A place among others before and after; null where it has none: not held, withdrawn, or of unknown size. */
export interface RankMoved {
  of: "incident" | "actor";
  /** `CoinEx hot-wallet theft, of all time`. */
  label: string;
  before: Rank | null;
  after: Rank | null;
}

/** Someone else's total, and the record's own under the same rule before and after. */
export interface PublishedFigureMoved {
  publisher: string;
  title: string;
  from: Day;
  to: Day;
  /** What they say; US dollars. */
  amountUsd: number;
  /** Null where no rule of the record says the same, or the figure was not there or not active. */
  before: Total | null;
  after: Total | null;
}

/** An incident whose loss is known by a bound alone before or after, which totals of best estimates leave out. */
export interface BoundMoved {
  name: string;
  /** Null where it is not held, or withdrawn. */
  before: LossKnown | null;
  after: LossKnown | null;
}

/** What a publication moves, as its version will tell it. */
export interface Impact {
  totals: TotalMoved[];
  ranks: RankMoved[];
  bounds: BoundMoved[];
  /** Only those of published figures that it could move. */
  figures: PublishedFigureMoved[];
  /** Incidents that get a new revision, those carried along by a merge included. */
  incidents: number;
}

/** Whether two totals say the same. */
export function isSameTotal(one: Total | null, other: Total | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.incidents === other.incidents &&
    one.unknownSize === other.unknownSize &&
    one.lossUsd === other.lossUsd
  );
}
