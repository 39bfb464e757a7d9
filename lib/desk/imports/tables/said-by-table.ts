import type { SaidBy } from "@/lib/desk/imports/merged-row";
import type { Mapping } from "@/lib/desk/imports/tables/mapping";

/** Whose word the figures of a table are; null where it is not said, so that each row's own source is. */
export function saidByTable(mapping: Mapping | null): SaidBy | null {
  if (mapping === null || mapping.source.url === "") return null;
  return { by: mapping.source.publisher, source: mapping.source.url };
}
