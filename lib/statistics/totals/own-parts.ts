import type { Dimension } from "@/lib/statistics/rules/parameters";
import { SEVERAL } from "@/lib/statistics/rules/several";
import { slugSchema } from "@/lib/values/slugs/slug";
import {
  categorySchema,
  chainSchema,
  targetKindSchema,
  techniqueSchema,
} from "@/lib/values/taxonomy/taxonomy";

// Parts of a chart that are no value of its dimension. An underscore leads their keys, which no slug and no value
// of a taxonomy has: an actor may be called none or rest, and other is a kind of target.

/** The smaller parts together. */
export const OTHERS = "_other";
/** Incidents that have none of a dimension. */
export const NOBODY = "_none";
/** Incidents that are attributed to nobody, in charts of actors. */
export const UNATTRIBUTED = "_unattributed";
/** What counts for more than one actor, to be taken off so that it counts once. */
export const OVERLAP = "_overlap";

const OWN: readonly string[] = [OTHERS, NOBODY, SEVERAL, UNATTRIBUTED, OVERLAP];

/** Whether a key is of a part that is no value of its dimension. */
export function isOwnPart(key: string): boolean {
  return OWN.includes(key);
}

const VALUES = {
  category: categorySchema,
  technique: techniqueSchema,
  target: targetKindSchema,
  chain: chainSchema,
  actor: slugSchema,
} as const satisfies Record<Dimension, unknown>;

/**
 * What a part's key is in a file, as a cell and before a column's name. Ours lose their underscore where no value
 * of the dimension can be called so: `other` among techniques, `_other` among actors and kinds of target. It hangs
 * on the dimension alone, never on what a view holds, so that a column keeps its name from year to year.
 */
export function fileKey(by: Dimension, key: string): string {
  if (!OWN.includes(key)) return key;
  const name = key.slice(1);
  return VALUES[by].safeParse(name).success ? key : name;
}
