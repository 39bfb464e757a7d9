import type { SourceKind } from "@/lib/values/sources/source";

/** Whose words a source gives: what each kind is called, and what it is. */
export const SOURCE_KIND_TERMS: Readonly<
  Record<SourceKind, { label: string; definition: string }>
> = {
  primary: {
    label: "primary",
    definition: "The victim’s own words, a paper of a court or an authority, a transaction’s page.",
  },
  analysis: {
    label: "analysis",
    definition: "By a security firm or an investigator, on whatever site.",
  },
  press: { label: "press", definition: "A news report." },
  aggregator: {
    label: "aggregator",
    definition: "A list, database or monitor that passes on what others found, copies included.",
  },
  social: { label: "social", definition: "A post by anybody else." },
};

/** What a source's kind is called; `kind not known` of one that nobody has looked at in that respect. */
export function sourceKindText(kind: SourceKind | null): string {
  return kind === null ? "kind not known" : SOURCE_KIND_TERMS[kind].label;
}
