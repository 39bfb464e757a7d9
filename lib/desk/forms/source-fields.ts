import type { FormField } from "@/lib/desk/forms/form";
import type { Term } from "@/lib/values/taxonomy/taxonomy";

/** Whose words a source gives. */
export const SOURCE_KIND_OPTIONS: readonly Term[] = [
  {
    value: "primary",
    label: "primary",
    definition: "The victim’s own words, a court or government paper, a transaction.",
  },
  { value: "analysis", label: "analysis", definition: "A security firm or investigator." },
  { value: "press", label: "press", definition: null },
  {
    value: "aggregator",
    label: "aggregator",
    definition: "A list that passes on what others found, copies included.",
  },
  { value: "social", label: "social", definition: "A post by anybody else." },
];

/** Where a reader can check what a record says. */
export const SOURCE_FIELDS: readonly FormField[] = [
  { name: "url", label: "Web address", control: { is: "link" } },
  {
    name: "publisher",
    label: "Publisher",
    hint: "Who published it, such as Reuters or ZachXBT",
    control: { is: "text" },
  },
  { name: "title", label: "Title", control: { is: "text" } },
  { name: "publishedOn", label: "Published on", optional: true, control: { is: "date" } },
  { name: "archivedUrl", label: "Archived copy", optional: true, control: { is: "link" } },
  {
    name: "kind",
    label: "Kind",
    optional: true,
    control: { is: "choice", options: SOURCE_KIND_OPTIONS },
  },
];
