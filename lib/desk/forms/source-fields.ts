import type { FormField } from "@/lib/desk/forms/form";

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
];
