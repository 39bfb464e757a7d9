import type { Measure } from "@/lib/statistics/rules/parameters";

/**
 * The key of the part of incidents that have more than one value of a dimension, where no source says how much each.
 * An underscore leads it, as it does the keys of own-parts.ts: no value is called so.
 */
export const SEVERAL = "_several";

/** Whether what an incident adds is divided among its chains: incidents, what came back and a median never are. */
export function isDividedByChain(measure: Measure): measure is "gross" | "net" {
  return measure === "gross" || measure === "net";
}
