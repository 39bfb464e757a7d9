import type { Category } from "@/lib/values/taxonomy/taxonomy";

/**
 * A sum under a rule. `lossUsd` is in US dollars at the time of each theft and leaves out
 * `unknownSize` incidents that nobody has put a figure on; `incidents` counts those too.
 */
export interface Total {
  incidents: number;
  unknownSize: number;
  lossUsd: number;
}

/** One month and category; months or categories without an incident have no row. */
export interface MonthCategoryTotal extends Total {
  /** `YYYY-MM`, UTC; `YYYY` of what is known only to the year. */
  month: string;
  category: Category;
}

/** What one day of a year added, or a month or year of which no better is known; those without an incident have no row. */
export interface DayTotal extends Total {
  /** As precisely as it is known, UTC: `2023-09-12`, `2023-09` or `2023`. */
  day: string;
}

/**
 * An actor under the rule, with its parts. Its total holds each incident attributed to it or to any
 * of its parts once, so parts may sum to more or to less than their whole.
 */
export interface ActorTotal extends Total {
  slug: string;
  /** With the legal status of a person, since it stands beside an amount. */
  name: string;
  parts: ActorTotal[];
}

/** A breakdown by actor: the tree, and what is attributed to nobody. */
export interface ActorBreakdown {
  total: Total;
  unattributed: Total;
  /** Actors that are part of no other, largest loss first. */
  actors: ActorTotal[];
  /** Active incidents under more than one top-level actor, and so count once for each. */
  sharedIncidents: number;
  /** Of these, those that one charge attributes to several. */
  chargedTogether: number;
}

/** What came back of a total. */
export interface PeriodTotal extends Total {
  /** US dollars known to have been handed back or recovered. */
  returnedUsd: number;
  /** Incidents of which something is known to have come back. */
  returnedIncidents: number;
}

export interface YearTotal extends Total {
  year: number;
}

/** What the record says of each actor under a rule; actors without an incident are left out. */
export interface ActorRow extends Total {
  actorId: number;
}

export interface ActorTotals {
  rows: ActorRow[];
  unattributed: Total;
  /** Active incidents under more than one actor that is part of no other. */
  sharedIncidents: number;
  /** Of these, those that one charge attributes to several. */
  chargedTogether: number;
}
