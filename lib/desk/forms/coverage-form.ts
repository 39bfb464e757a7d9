import type { FormField, FormTable } from "@/lib/desk/forms/form";
import { SOURCE_KIND_OPTIONS } from "@/lib/desk/forms/source-fields";

const SPAN: readonly FormField[] = [
  { name: "from", label: "First month", hint: "2011-06", control: { is: "text" } },
  { name: "to", label: "Last month", hint: "2023-12", control: { is: "text" } },
];

/** The form of the coverage: how far editors have looked. */
export const COVERAGE_FORM: FormTable = {
  sections: [
    {
      id: "coverage",
      title: "How far we have looked",
      hint: "Nothing after that day is counted, compared or headlined.",
      fields: [
        {
          name: "coveredThrough",
          label: "Covered through",
          hint: "The last day up to which the lists behind the record were read in full",
          control: { is: "date", dayOnly: true },
        },
        { name: "coveredThroughReason", label: "Why that day", control: { is: "longText" } },
        {
          name: "statement",
          label: "Statement",
          hint: "What the record aims at and where it is thin, in our own words",
          control: { is: "longText" },
        },
        {
          name: "threshold",
          label: "Threshold",
          hint: "Which losses are small enough to be missing",
          control: { is: "longText" },
        },
      ],
    },
    {
      id: "families",
      title: "Families of sources",
      fields: [
        {
          name: "families",
          label: "Families of sources",
          one: "family",
          optional: true,
          control: {
            is: "rows",
            most: 100,
            fields: [
              { name: "name", label: "Name", control: { is: "text" } },
              {
                name: "kind",
                label: "Kind",
                optional: true,
                control: { is: "choice", options: SOURCE_KIND_OPTIONS },
              },
              ...SPAN,
              { name: "note", label: "Note", control: { is: "longText" } },
            ],
          },
        },
      ],
    },
    {
      id: "missing",
      title: "What is probably missing",
      fields: [
        {
          name: "missing",
          label: "What is probably missing",
          one: "span",
          optional: true,
          control: {
            is: "rows",
            most: 100,
            fields: [...SPAN, { name: "note", label: "What", control: { is: "longText" } }],
          },
        },
      ],
    },
  ],
};
