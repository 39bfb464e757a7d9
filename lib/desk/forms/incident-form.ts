import type { FormField, FormTable } from "@/lib/desk/forms/form";
import { IDENTIFIERS_FIELD } from "@/lib/desk/forms/identifier-fields";
import { SOURCE_FIELDS } from "@/lib/desk/forms/source-fields";
import { isOpenTechnique } from "@/lib/desk/forms/technique-definition";
import {
  ADDRESS_ROLES,
  ATTRIBUTION_BASES,
  CONFIDENCES,
  TRANSACTION_ROLES,
} from "@/lib/values/taxonomy/taxonomy";

const roles = ADDRESS_ROLES.map((value) => ({ value, label: value, definition: null }));

/** Whose word a value rests on. */
const SAID: readonly FormField[] = [
  { name: "by", label: "Said by", control: { is: "text" } },
  { name: "on", label: "Said on", optional: true, control: { is: "date" } },
  { name: "source", label: "Source", control: { is: "link" } },
  { name: "preferred", label: "The one we follow", optional: true, control: { is: "yesNo" } },
];

/** Where it was said in another money: what it was, and by whose rate it became dollars. */
const CONVERTED: FormField = {
  name: "converted",
  label: "Converted from",
  hint: "EUR 1200000 at 1.0713 on 2023-09-12, whose rate, its web address",
  optional: true,
  control: { is: "text" },
};

/** The fields of the loss, between which a bound or a range is shared out. */
const LOSS = { best: "lossUsd", low: "lossUsdLow", high: "lossUsdHigh" } as const;

/** The form of an incident. */
export const INCIDENT_FORM: FormTable = {
  sections: [
    {
      id: "what",
      title: "What happened",
      fields: [
        {
          name: "name",
          label: "Name",
          hint: "As a heading would call it: CoinEx hot-wallet theft",
          control: { is: "text" },
        },
        { name: "target", label: "Target", hint: "Who was robbed", control: { is: "text" } },
        {
          name: "targetSlug",
          label: "Target’s record",
          hint: "Empty for a private person or somebody without a name",
          optional: true,
          control: { is: "pick", of: "target" },
        },
        { name: "targetKind", label: "Kind of target", control: { is: "pick", of: "targetKind" } },
        {
          name: "occurredOn",
          label: "Day",
          hint: "In UTC: 2023-09-12 or Sept 12th, 2023; a month or year where no better is known",
          control: { is: "date" },
        },
        {
          name: "dateStatements",
          label: "Who said when",
          one: "statement",
          optional: true,
          control: {
            is: "rows",
            most: 100,
            fields: [{ name: "date", label: "Day", control: { is: "date" } }, ...SAID],
          },
        },
        { name: "category", label: "Category", control: { is: "pick", of: "category" } },
        {
          name: "technique",
          label: "Technique",
          hint: "By which flaw or trick; one that the list lacks can be named",
          control: { is: "pick", of: "technique" },
        },
        {
          name: "techniqueDefinition",
          label: "Definition",
          hint: "Of a technique that the list lacks: what is meant by it, in a sentence or two. Once published it stands in the methodology; left empty, what was written of it last stays",
          optional: true,
          onlyWith: { field: "technique", says: isOpenTechnique },
          control: { is: "longText" },
        },
        {
          name: "chains",
          label: "Chains",
          one: "chain",
          optional: true,
          control: { is: "texts", of: "chain", most: 100 },
        },
        {
          name: "summary",
          label: "Summary",
          hint: "One to three plain sentences in our own words",
          control: { is: "longText" },
        },
        {
          name: "slug",
          label: "URL name",
          hint: "Left empty, it is made from the target and the month: coinex-2023-09",
          optional: true,
          control: { is: "slug" },
        },
      ],
    },
    {
      id: "loss",
      title: "Loss",
      hint: "US dollars at the time of the theft, as in $54.3m or 1.2bn. Empty means unknown, which is not zero. Where only a bound is known, as in “up to $70m”, fill the highest or the lowest and leave the best estimate empty.",
      fields: [
        {
          name: "lossUsd",
          label: "Best estimate",
          optional: true,
          control: { is: "amount", part: "best", parts: LOSS, converts: "lossEstimates" },
        },
        {
          name: "lossUsdLow",
          label: "Lowest",
          optional: true,
          control: { is: "amount", part: "low", parts: LOSS, converts: "lossEstimates" },
        },
        {
          name: "lossUsdHigh",
          label: "Highest",
          optional: true,
          control: { is: "amount", part: "high", parts: LOSS, converts: "lossEstimates" },
        },
        {
          name: "returnedUsd",
          label: "Returned",
          hint: "Handed back or recovered",
          optional: true,
          control: { is: "amount", converts: "returnEstimates" },
        },
        {
          name: "lossEstimates",
          label: "Who said how much",
          hint: "Of a bound, as of “up to $70m”, its amount: none of them is followed then, and it stands as the highest",
          one: "estimate",
          optional: true,
          control: {
            is: "rows",
            most: 100,
            fields: [
              {
                name: "amountUsd",
                label: "Amount",
                control: { is: "amount", converts: "row" },
              },
              ...SAID,
              CONVERTED,
            ],
          },
        },
        {
          name: "returnEstimates",
          label: "Who said how much came back",
          one: "estimate",
          optional: true,
          control: {
            is: "rows",
            most: 100,
            fields: [
              {
                name: "amountUsd",
                label: "Amount",
                control: { is: "amount", converts: "row" },
              },
              ...SAID,
              CONVERTED,
            ],
          },
        },
      ],
    },
    {
      id: "assets",
      title: "Assets",
      fields: [
        {
          name: "assets",
          label: "Assets taken",
          one: "asset",
          optional: true,
          control: {
            is: "rows",
            most: 1000,
            fields: [
              {
                name: "quantity",
                label: "Quantity",
                hint: "1,460 ETH ($2.4m) fills all",
                optional: true,
                control: { is: "quantity" },
              },
              { name: "symbol", label: "Symbol", control: { is: "text" } },
              {
                name: "chain",
                label: "Chain",
                optional: true,
                control: { is: "pick", of: "chain" },
              },
              {
                name: "usd",
                label: "Worth in US dollars",
                optional: true,
                control: { is: "amount", converts: "asset" },
              },
              CONVERTED,
            ],
          },
        },
      ],
    },
    {
      id: "attributions",
      title: "Attributions",
      hint: "Always somebody’s statement: who says it was whom, when, and where it can be read.",
      fields: [
        {
          name: "attributions",
          label: "Attributions",
          one: "attribution",
          optional: true,
          control: {
            is: "rows",
            most: 200,
            fields: [
              { name: "actor", label: "Actor", control: { is: "pick", of: "actor" } },
              { name: "by", label: "Said by", control: { is: "text" } },
              { name: "on", label: "Said on", optional: true, control: { is: "date" } },
              {
                name: "confidence",
                label: "Confidence",
                control: { is: "choice", options: CONFIDENCES },
              },
              {
                name: "basis",
                label: "Rests on",
                optional: true,
                control: { is: "choice", options: ATTRIBUTION_BASES },
              },
              { name: "source", label: "Source", control: { is: "link" } },
            ],
          },
        },
      ],
    },
    {
      id: "addresses",
      title: "Addresses",
      fields: [
        {
          name: "addresses",
          label: "Addresses",
          one: "address",
          optional: true,
          control: {
            is: "rows",
            most: 10_000,
            paste: "addresses",
            fields: [
              { name: "chain", label: "Chain", control: { is: "pick", of: "chain" } },
              { name: "address", label: "Address", control: { is: "address" } },
              { name: "role", label: "Role", control: { is: "choice", options: roles } },
              { name: "source", label: "Source", control: { is: "link" } },
            ],
          },
        },
      ],
    },
    {
      id: "transactions",
      title: "Transactions",
      fields: [
        {
          name: "transactions",
          label: "Transactions",
          one: "transaction",
          optional: true,
          control: {
            is: "rows",
            most: 10_000,
            fields: [
              { name: "chain", label: "Chain", control: { is: "pick", of: "chain" } },
              { name: "hash", label: "Hash", control: { is: "text", isCode: true } },
              {
                name: "role",
                label: "Role",
                control: { is: "choice", options: TRANSACTION_ROLES },
              },
              { name: "source", label: "Source", control: { is: "link" } },
            ],
          },
        },
      ],
    },
    { id: "elsewhere", title: "Elsewhere", fields: [IDENTIFIERS_FIELD] },
    {
      id: "sources",
      title: "Sources",
      hint: "At least one.",
      fields: [
        {
          name: "sources",
          label: "Sources",
          one: "source",
          control: { is: "rows", most: 200, paste: "sources", fields: SOURCE_FIELDS },
        },
      ],
    },
    {
      id: "standing",
      title: "Status",
      hint: "A retracted or merged incident keeps its page, marked, and leaves every total.",
      revisionsOnly: true,
      fields: [
        {
          name: "retraction",
          label: "Retracted because",
          hint: "Empty while it stands",
          optional: true,
          control: { is: "longText" },
        },
        {
          name: "mergedInto",
          label: "Duplicate of",
          hint: "The incident that it turned out to be; its address will lead there",
          optional: true,
          control: { is: "pick", of: "incident" },
        },
      ],
    },
  ],
};
