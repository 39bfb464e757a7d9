import { LRUCache } from "lru-cache";
import type { ActorNode } from "@/lib/record/actors/actor";
import type { Total } from "@/lib/statistics/totals/totals";

/** The actors of a version, and everything attributed to each. */
export interface ActorsAt {
  nodes: Map<number, ActorNode>;
  totals: Map<number, Total>;
}

/** Answers about published versions, which never change: what one preview has asked, the next need not. */
export class KeptTotals {
  /** By version and rule. */
  readonly totals = new LRUCache<string, Total>({ max: 5_000 });
  /** By version. */
  readonly actors = new LRUCache<number, ActorsAt>({ max: 3 });
}
