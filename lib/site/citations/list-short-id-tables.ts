// Printed ids refer to places in this table: names are added at the end, and never changed, moved or removed, or ids on
// paper would come to mean something else. A name that is not in it is spelt out in an id, so that one that was printed
// must stay out of it.

/** Where ids of charts have the chart's place (`short-id-tables.ts`), which no chart may ever get. */
export const LISTS_PLACE = 255;

/** Parameters of lists of incidents that are written as a number. */
export const NUMBERED_NAMES: readonly string[] = [
  "from",
  "to",
  "category",
  "technique",
  "target",
  "target-name",
  "chain",
  "chains",
  "actor",
  "confidence",
  "level",
  "least",
  "loss",
  "returned",
  "date",
  "sources",
  "q",
  "sort",
  "view",
];
