/**
 * The key of the part of incidents that have more than one value of a dimension, where no source says how much each.
 * An underscore leads it, as it does the keys of own-parts.ts: no value is called so.
 */
export const SEVERAL = "_several";
