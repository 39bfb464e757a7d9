/** What can be found, in the order in which kinds stand where nothing else decides. */
export const SEARCH_KINDS = [
  { value: "actor", label: "Actor", plural: "Actors" },
  { value: "target", label: "Target", plural: "Targets" },
  { value: "incident", label: "Incident", plural: "Incidents" },
  { value: "address", label: "Address", plural: "Addresses" },
  { value: "transaction", label: "Transaction", plural: "Transactions" },
  { value: "technique", label: "Technique", plural: "Techniques" },
  { value: "publisher", label: "Publisher", plural: "Publishers" },
  { value: "figure", label: "Published figure", plural: "Published figures" },
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number]["value"];

/** Where a kind stands among them, from 0. */
export function placeOfKind(kind: SearchKind): number {
  return SEARCH_KINDS.findIndex(({ value }) => value === kind);
}

/** What one result of a kind is called. */
export function searchKindLabel(kind: SearchKind): string {
  return SEARCH_KINDS[placeOfKind(kind)]?.label ?? kind;
}
