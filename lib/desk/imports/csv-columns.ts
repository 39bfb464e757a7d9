import { type FormField, fieldsOf } from "@/lib/desk/forms/form";
import { INCIDENT_FORM } from "@/lib/desk/forms/incident-form";
import { isOpenList } from "@/lib/desk/forms/picks";
import type { Typed, TypedValue } from "@/lib/desk/forms/typed";
import { csvRow } from "@/lib/site/exports/csv";
import { readListCell } from "@/lib/values/lists/list-cell";

/** A column of the file and of the template: a field of the incident's form, under its name there. */
export interface Column {
  name: string;
  label: string;
  optional: boolean;
  /** How it is written, for people. */
  how: string;
  field: FormField;
}

/**
 * In which order an item's parts are in a cell, where it is not the form's own. Parts that the record came to know later
 * are at the end, so that a file written before still says what it said.
 */
const PARTS: Record<string, readonly string[]> = {
  sources: ["url", "publisher", "title", "publishedOn", "archivedUrl", "kind"],
  attributions: ["actor", "by", "confidence", "on", "source", "basis"],
  assets: ["symbol", "quantity", "usd", "chain", "converted"],
  addresses: ["chain", "address", "role", "source"],
  transactions: ["chain", "hash", "role", "source"],
  identifiers: ["scheme", "value"],
  lossEstimates: ["amountUsd", "by", "on", "source", "preferred", "converted"],
  returnEstimates: ["amountUsd", "by", "on", "source", "preferred", "converted"],
  dateStatements: ["date", "by", "on", "source", "preferred"],
};

/** How a column is written, where its field's own hint does not say it of a file. */
const HOW: Record<string, string> = {
  targetSlug: "its URL name; left empty, it is the target of that name where the record holds one",
};

/**
 * Beside the fields: the version in which a row that was exported to be edited was last published. Somebody may have revised
 * the record since; empty where nothing is to be compared.
 */
export const VERSION_COLUMN = "version";

/** A version as a cell or a field says it: null where it says none, undefined where it says something else. */
export function readVersionCell(value: unknown): number | null | undefined {
  const text = String(value ?? "").trim();
  if (text === "") return null;
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}

/** What is wrong with a version that is none. */
export const NO_VERSION =
  "It must be the number of a version of the record, as an export writes it, or empty.";

/** An apostrophe that keeps a spreadsheet from running a text as a formula; `lib/site/exports/csv.ts` writes it. */
const GUARD = /^'(?=\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])/;

/** Whether an incident stands is said at the desk, one by one. */
const LEFT_OUT = new Set(["retraction", "mergedInto"]);

export const COLUMNS: readonly Column[] = fieldsOf(INCIDENT_FORM)
  .filter(({ name }) => !LEFT_OUT.has(name))
  .map((field) => ({
    name: field.name,
    label: field.label,
    optional: field.optional === true,
    how: howToWrite(field),
    field,
  }));

function howToWrite(field: FormField): string {
  const { control, hint } = field;
  const said = HOW[field.name];
  if (said !== undefined) return said;
  if (control.is === "texts") return "several are set apart by semicolons: ethereum; tron";
  if (control.is === "rows")
    return `${partsOf(field)
      .map(({ name, optional }) => (optional === true ? `${name} (may be empty)` : name))
      .join(" | ")}; the next one after a semicolon`;
  if (control.is === "pick" && isOpenList(control.of))
    return "one of the record’s values, or a new one’s name";
  if (control.is === "pick" || control.is === "choice") return "one of the record’s values";
  return hint ?? "";
}

/** The parts of a list's items, in the order in which they are in a cell. */
export function partsOf({ name, control }: FormField): FormField[] {
  if (control.is !== "rows") return [];
  const order = PARTS[name] ?? control.fields.map((field) => field.name);
  return order.flatMap((part) => control.fields.filter((field) => field.name === part));
}

/** What a cell says, as it would be typed in the form; `excess` names parts that the list has no place for. */
export function readCell(
  { field }: Column,
  written: string,
): { typed: TypedValue; excess?: string } {
  const cell = written.replace(GUARD, "");
  const { control } = field;
  if (control.is === "texts")
    return { typed: readListCell(cell).map((parts) => parts.join(" | ")) };
  if (control.is !== "rows") return { typed: cell };
  const parts = partsOf(field);
  const items = readListCell(cell);
  const long = items.findIndex((item) => item.length > parts.length);
  const typed = items.map(
    (item): Typed => Object.fromEntries(parts.map(({ name }, place) => [name, item[place] ?? ""])),
  );
  if (long < 0) return { typed };
  return {
    typed,
    excess: `Item ${long + 1} has ${items[long]?.length} parts; it may have ${parts.length}: ${parts.map(({ name }) => name).join(" | ")}. A bar within a text is written \\|.`,
  };
}

const EXAMPLE: Record<string, string> = {
  name: "Example Exchange hot-wallet theft",
  target: "Example Exchange",
  targetSlug: "",
  targetKind: "exchange",
  occurredOn: "2022-05-14",
  dateStatements: "2022-05-14 | Example Exchange | 2022-05-15 | https://example.org/notice | yes",
  category: "wallet-compromise",
  technique: "private-key-compromise",
  chains: "ethereum; tron",
  summary: "This line is an example: replace it. One to three plain sentences in your own words.",
  slug: "",
  lossUsd: "$54.3m",
  lossUsdLow: "53,000,000",
  lossUsdHigh: "$70m",
  returnedUsd: "$1.2m",
  returnEstimates: "$1.2m | Example Exchange | 2022-06 | https://example.org/notice | yes",
  lossEstimates: "$54.3m | Example Security | 2022-05-15 | https://example.org/estimate | yes",
  assets: "ETH | 4947 | $7.9m | ethereum; TRX | 137000000",
  attributions:
    "lazarus-group | Example Analyst | suspected | 2022-05-15 | https://example.org/who | independent-analysis",
  addresses:
    "ethereum | 0xCC1AE485b617c59a7c577C02cd07078a2bcCE454 | attacker | https://example.org/addresses",
  transactions:
    "ethereum | 0x4b1c2f6de8a7093f5c8e2d1ab0f97d6c3e5a8b4719d0c2f6e8a7b3951d4c0f2e | attack | https://example.org/addresses",
  identifiers: "rekt | example-exchange-rekt",
  sources:
    "https://example.org/report | Example News | Funds are gone, users are told | 2022-05-14 | | press; https://example.org/notice | Example Exchange | A notice to our users",
};

/** The template: every column, and a line that shows how each is written. */
export function csvTemplate(): string {
  return [
    csvRow(COLUMNS.map(({ name }) => name)),
    csvRow(COLUMNS.map(({ name }) => EXAMPLE[name] ?? "")),
  ].join("");
}
