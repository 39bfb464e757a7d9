import { formFields, formText } from "@/app/desk/form-text";
import { AMOUNT_RULES, DATE_RULES } from "@/lib/desk/imports/tables/column-rule";
import { mappedField } from "@/lib/desk/imports/tables/mapped-field";
import type { Mapping } from "@/lib/desk/imports/tables/mapping";

type Rule = Mapping["columns"][number]["rule"];

/** How a table is read, as its form says it; what the form did not show stays as it was. */
export function mappingFromForm(form: FormData, before: Mapping): Mapping {
  const sent = formFields(form);
  const text = (name: string, fallback: string) =>
    typeof sent[name] === "string" ? formText(form, name).trim() : fallback;
  const { source } = before;
  return {
    sourceName: text("source-name", before.sourceName).slice(0, 200),
    columns: before.columns.map(({ header, to, rule }, place) => {
      const given = text(`to-${place}`, to);
      const field = mappedField(given);
      return {
        header,
        to: field === null ? "" : given,
        rule: ruleFor(field?.kind, text(`rule-${place}`, rule ?? "")),
      };
    }),
    fixed: Object.fromEntries(
      [...new Set([...Object.keys(before.fixed), ...FIXED])].map((field) => [
        field,
        text(`fixed-${field}`, before.fixed[field] ?? ""),
      ]),
    ),
    source: {
      url: text("source-url", source.url),
      publisher: text("source-publisher", source.publisher),
      title: text("source-title", source.title),
      publishedOn: text("source-publishedOn", source.publishedOn),
    },
    values: valuesFrom(sent, before.values),
    rest: restFrom(sent, before.rest),
  };
}

/** Fields for which something can hold for every row. */
const FIXED = ["targetKind", "category", "technique", "chains", "name", "summary", "linkTitle"];

function ruleFor(kind: string | undefined, given: string): Rule {
  if (kind === "date") return DATE_RULES.find((rule) => rule === given) ?? "asWritten";
  if (kind === "amount") return AMOUNT_RULES.find((rule) => rule === given) ?? "dollars";
  return null;
}

/** What was said of texts: each beside the text itself, which is sent along. */
function valuesFrom(
  sent: Readonly<Record<string, FormDataEntryValue>>,
  before: Mapping["values"],
): Mapping["values"] {
  const values: Mapping["values"] = Object.fromEntries(
    Object.entries(before).map(([key, texts]) => [key, { ...texts }]),
  );
  for (const [name, value] of Object.entries(sent)) {
    const [, key, place] = /^value-([A-Za-z]+)-(\d+)$/.exec(name) ?? [];
    const of = sent[`text-${key}-${place}`];
    if (key === undefined || typeof value !== "string" || typeof of !== "string") continue;
    // Browsers send each line's end as two characters.
    const text = of.replaceAll("\r\n", "\n");
    const texts = values[key] ?? {};
    values[key] = texts;
    if (value.trim() === "") delete texts[text];
    else texts[text] = value.trim().slice(0, 2000);
  }
  return values;
}

function restFrom(
  sent: Readonly<Record<string, FormDataEntryValue>>,
  before: Mapping["rest"],
): Mapping["rest"] {
  const rest = { ...before };
  for (const [name, value] of Object.entries(sent)) {
    const key = /^rest-([A-Za-z]+)$/.exec(name)?.[1];
    if (key === undefined) continue;
    if (value === "unknown" || value === "new") rest[key] = value;
    else delete rest[key];
  }
  return rest;
}
