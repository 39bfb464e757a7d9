import type { FormTable } from "@/lib/desk/forms/form";
import { IDENTIFIERS_FIELD } from "@/lib/desk/forms/identifier-fields";

/** The form of a target. */
export const TARGET_FORM: FormTable = {
  sections: [
    {
      id: "who",
      title: "Who it is",
      fields: [
        { name: "name", label: "Name", control: { is: "text" } },
        { name: "kind", label: "Kind", control: { is: "pick", of: "targetKind" } },
        {
          name: "aliases",
          label: "Other names",
          one: "other name",
          hint: "In any script: Bybit, 바이비트",
          optional: true,
          control: { is: "texts", of: null, most: 100 },
        },
        {
          name: "formerly",
          label: "Former names",
          one: "former name",
          hint: "Names that it gave up",
          optional: true,
          control: { is: "texts", of: null, most: 100 },
        },
        {
          name: "successor",
          label: "Carried on as",
          hint: "The target that took over under another name",
          optional: true,
          control: { is: "pick", of: "target" },
        },
        {
          name: "website",
          label: "Website",
          hint: "Only of one that is still run: addresses of dead projects get taken over",
          optional: true,
          control: { is: "link" },
        },
        {
          name: "slug",
          label: "URL name",
          hint: "Left empty, it is made from the name: coinex",
          optional: true,
          control: { is: "slug" },
        },
      ],
    },
    {
      id: "elsewhere",
      title: "Elsewhere",
      fields: [IDENTIFIERS_FIELD],
    },
    {
      id: "standing",
      title: "Status",
      hint: "Whoever asks for a merged target is led to the other; its incidents are the other’s then.",
      revisionsOnly: true,
      fields: [
        {
          name: "mergedInto",
          label: "The same as",
          hint: "The target that it turned out to be",
          optional: true,
          control: { is: "pick", of: "target" },
        },
      ],
    },
  ],
};
