import type { FormTable } from "@/lib/desk/forms/form";
import { IDENTIFIERS_FIELD } from "@/lib/desk/forms/identifier-fields";
import { SOURCE_FIELDS } from "@/lib/desk/forms/source-fields";
import { ACTOR_KINDS } from "@/lib/record/actors/actor";
import { LEGAL_STATUSES } from "@/lib/values/taxonomy/taxonomy";

const kinds = ACTOR_KINDS.map((value) => ({ value, label: value, definition: null }));

/** The form of an actor. */
export const ACTOR_FORM: FormTable = {
  sections: [
    {
      id: "who",
      title: "Who it is",
      fields: [
        { name: "name", label: "Name", control: { is: "text" } },
        {
          name: "aliases",
          label: "Other names",
          one: "other name",
          optional: true,
          control: { is: "texts", of: null, most: 100 },
        },
        { name: "kind", label: "Kind", control: { is: "choice", options: kinds } },
        {
          name: "country",
          label: "Country",
          optional: true,
          control: { is: "pick", of: "country" },
        },
        {
          name: "parent",
          label: "Part of",
          hint: "The actor that this one is part of",
          optional: true,
          control: { is: "pick", of: "actor" },
        },
        { name: "description", label: "Description", control: { is: "longText" } },
        {
          name: "status",
          label: "Legal status",
          hint: "Of a person: how far the case at hand has come. It stands wherever the name stands beside a sum.",
          optional: true,
          control: { is: "choice", options: LEGAL_STATUSES },
        },
        { name: "statusOn", label: "Status since", optional: true, control: { is: "date" } },
        {
          name: "statusSource",
          label: "Where the status can be read",
          optional: true,
          control: { is: "link" },
        },
        {
          name: "slug",
          label: "URL name",
          hint: "Left empty, it is made from the name: lazarus-group",
          optional: true,
          control: { is: "slug" },
        },
      ],
    },
    { id: "elsewhere", title: "Elsewhere", fields: [IDENTIFIERS_FIELD] },
    {
      id: "sources",
      title: "Sources",
      fields: [
        {
          name: "sources",
          label: "Sources",
          one: "source",
          optional: true,
          control: { is: "rows", most: 200, paste: "sources", fields: SOURCE_FIELDS },
        },
      ],
    },
    {
      id: "standing",
      title: "Status",
      hint: "What is attributed to a merged actor is attributed to the other from then on; older versions stay as they are. Where it is emptied, the actor takes back what nobody has changed since.",
      revisionsOnly: true,
      fields: [
        {
          name: "mergedInto",
          label: "The same as",
          hint: "The actor that it turned out to be",
          optional: true,
          control: { is: "pick", of: "actor" },
        },
      ],
    },
  ],
};
