import type { IncidentRow } from "@/lib/statistics/incident-list/incident-row";
import type { PeriodKind, PeriodView } from "@/lib/statistics/periods/period";
import type { ActorLevel } from "@/lib/statistics/totals/actor-levels";
import type { ActorBreakdown, PeriodTotal, Total } from "@/lib/statistics/totals/totals";
import type { Category } from "@/lib/values/taxonomy/taxonomy";

/** What a category adds to a period. */
export interface CategoryTotal extends Total {
  category: Category;
}

/** What a year, quarter or month of the calendar adds, by the key in its address. */
export interface KeyedTotal extends Total {
  key: string;
}

/** The record by year, quarter and month; and by year what of it no quarter and no month holds. */
export type AllPeriods = Record<PeriodKind | "undated", KeyedTotal[]>;

/** A period that another is held against. */
export interface ComparedPeriod {
  view: PeriodView;
  total: PeriodTotal;
  /** Only losses of COMPARABLE_FROM and more: their number is what two periods are compared by. */
  comparable: Total;
}

/** All that a period's page shows. */
export interface PeriodData {
  view: PeriodView;
  total: PeriodTotal;
  /** Only losses of COMPARABLE_FROM and more. */
  comparable: Total;
  /** The period before, through the day that corresponds. */
  before: ComparedPeriod;
  /** The same period of the year before; for a year the same as `before`. */
  yearBefore: ComparedPeriod;
  /** The year's losses through the period's last day shown. */
  yearToDate: Total;
  /** The same days of the year before. */
  yearToDateBefore: Total;
  /** In the order of the taxonomy. */
  categories: CategoryTotal[];
  /** Those with a known loss, the largest first. */
  largest: IncidentRow[];
  byActor: ActorBreakdown;
  /** Of the same actors, how surely each is named. */
  levels: ActorLevel[];
  /**
   * Months from the same period of the year before through this one; months without an incident have no row, and a
   * year has one of its own for what is known only to it.
   */
  months: KeyedTotal[];
  /** The quarters of the period, where it is a year; and what is known only to the year. */
  quarters: KeyedTotal[];
  /** What the period may hold, and is known too little of to count in it. */
  unplaced: Total;
}

/** A period through the covered day, with what was lost in it. */
export interface CoveredPeriod {
  view: PeriodView;
  total: PeriodTotal;
}
