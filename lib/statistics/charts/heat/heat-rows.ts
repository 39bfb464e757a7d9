import type { Measured } from "@/lib/statistics/totals/measured";

export interface ActorYear extends Measured {
  actor: string;
  year: number;
}

export interface ActorYearRows {
  rows: ActorYear[];
  /** What is attributed to nobody, by year. */
  unattributed: (Measured & { year: number })[];
  /** Each year's incidents, each once. */
  years: (Measured & { year: number })[];
  actors: { slug: string; name: string; parent: string | null }[];
}
