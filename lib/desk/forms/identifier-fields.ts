import type { FormField } from "@/lib/desk/forms/form";
import { IDENTIFIER_SCHEMES } from "@/lib/values/identifiers/identifier";

const schemes = IDENTIFIER_SCHEMES.map(({ value, label, says }) => ({
  value,
  label,
  definition: says,
}));

/** What other lists call a record. */
export const IDENTIFIERS_FIELD: FormField = {
  name: "identifiers",
  label: "In other lists",
  one: "identifier",
  optional: true,
  control: {
    is: "rows",
    most: 50,
    fields: [
      { name: "scheme", label: "List", control: { is: "choice", options: schemes } },
      {
        name: "value",
        label: "Entry",
        hint: "Its number or name there",
        control: { is: "text" },
      },
    ],
  },
};
