import { type FormField, type FormTable, fieldsOf } from "@/lib/desk/forms/form";
import { readControl } from "@/lib/desk/forms/read-control";
import type { Typed, TypedValue } from "@/lib/desk/forms/typed";
import { severalQuantities } from "@/lib/desk/forms/typed-quantity";
import type { RecordKind } from "@/lib/record/kinds/record-kind";
import type { Problem } from "@/lib/record/publishing/problem";
import { readChains } from "@/lib/values/taxonomy/chain-list";
import { hyphenated } from "@/lib/values/taxonomy/chain-names";

/** A record before its schema has seen it; what could not be read is undefined. */
export type RawRecord = Record<string, unknown>;

export interface FormRead {
  record: RawRecord;
  problems: Problem[];
  /** The row that was typed for an item of a list: empty rows are skipped. */
  rowAt: (list: string, item: number) => number;
}

/** Where text waits that was pasted and not yet split into rows. */
export const PASTE = "paste";

/** Reads each field of a form; what cannot be read is told at its path and left undefined. Never throws. */
export function readForm(form: FormTable, kind: RecordKind, typed: Typed): FormRead {
  const problems: Problem[] = [];
  const rows = new Map<string, number[]>();
  const record: RawRecord = {};
  const fields = fieldsOf(form);
  const known = new Set([...fields.map((field) => field.name), PASTE]);
  const strangers = Object.keys(typed).filter((name) => !known.has(name));
  if (strangers.length > 0)
    problems.push({
      path: [],
      message: `The form has no field “${String(strangers[0]).slice(0, 60)}”.`,
    });
  for (const field of fields)
    record[field.name] = readField(field, own(typed, field.name), problems, rows);
  problems.push(...leftPasted(typed));
  if (kind === "incident") fillFromStatements(record, typed, problems);
  fillSlug(kind, record);
  return { record, problems, rowAt: (list, item) => rows.get(list)?.[item] ?? item };
}

/** A field's value and nothing that every object inherits. */
function own<Value>(typed: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(typed, name) ? typed[name] : undefined;
}

function readField(
  field: FormField,
  value: TypedValue | undefined,
  problems: Problem[],
  rows: Map<string, number[]>,
): unknown {
  const { control, name } = field;
  if (control.is !== "rows" && control.is !== "texts")
    return readText(field, value, [name], problems);
  const list = value ?? [];
  if (!Array.isArray(list)) {
    problems.push({ path: [name], message: `${field.label} must be a list.` });
    return undefined;
  }
  if (list.length > 2 * control.most) {
    problems.push({
      path: [name],
      message: `${field.label} has ${list.length} rows; at most ${control.most} are allowed.`,
    });
    return undefined;
  }
  const kept: number[] = [];
  rows.set(name, kept);
  const items: unknown[] = [];
  list.forEach((item, index) => {
    const path = [name, index];
    if (control.is === "texts") {
      for (const text of severalTexts(item, control.of === "chain", path, problems)) {
        if (typeof text === "string" && text.trim() === "") continue;
        const one: FormField = {
          name,
          label: capital(field.one ?? field.label),
          control: control.of === null ? { is: "text" } : { is: "pick", of: control.of },
        };
        const read = readText(one, text, path, problems);
        if (control.of !== null && items.includes(read)) continue;
        kept.push(index);
        items.push(read);
      }
    } else if (!isRow(item)) {
      problems.push({ path, message: `${field.label} must be a list of rows.` });
    } else if (!isEmptyRow(control.fields, item)) {
      for (const row of severalRows(control.fields, item)) {
        kept.push(index);
        items.push(readRow(control.fields, row, path, problems));
      }
    }
  });
  return items;
}

/** Chains pasted into one field, as in "ethereum, tron"; what is doubtful about them is asked at its path. */
function severalTexts(
  item: TypedValue,
  split: boolean,
  path: readonly (string | number)[],
  problems: Problem[],
): TypedValue[] {
  if (!split || typeof item !== "string") return [item];
  const { chains, asks } = readChains(item.slice(0, 10_000));
  if (asks !== null)
    problems.push({ path: [...path], message: `Chain: ${asks}`, question: true, reading: true });
  return chains;
}

/** Whether nothing was typed in a row; what is merely chosen counts for nothing. */
function isEmptyRow(fields: readonly FormField[], row: Typed): boolean {
  return fields.every(({ name, control }) => {
    const value = own(row, name);
    if (value === undefined || control.is === "choice" || control.is === "yesNo") return true;
    return typeof value === "string" && value.trim() === "";
  });
}

function readRow(
  fields: readonly FormField[],
  row: Typed,
  path: readonly (string | number)[],
  problems: Problem[],
): RawRecord {
  const record: RawRecord = {};
  const known = new Set(fields.map((field) => field.name));
  const stranger = Object.keys(row).find((name) => !known.has(name));
  if (stranger !== undefined)
    problems.push({ path: [...path], message: `A row has no field “${stranger.slice(0, 60)}”.` });
  let beside: Readonly<Record<string, string>> = {};
  for (const field of fields) {
    const at = [...path, field.name];
    let value = own(row, field.name);
    if (field.control.is === "address") {
      record[field.name] = readControl(
        field,
        value,
        at,
        problems,
        String(record.chain ?? ""),
      ).value;
      continue;
    }
    const said = own(beside, field.name);
    if (said !== undefined) {
      const other = unlike(field, value, said);
      if (other !== null) problems.push({ path: at, message: other });
      else if (isBlank(value)) value = said;
    }
    const read = readControl(field, value, at, problems);
    record[field.name] = read.value;
    beside = { ...beside, ...read.beside };
  }
  return record;
}

/**
 * Why what was typed in a field of an asset is not what its quantity says along: "1,460 ETH" names the symbol, which
 * need not be typed twice and must not be typed otherwise. Null where they agree.
 */
function unlike(field: FormField, value: TypedValue | undefined, said: string): string | null {
  if (typeof value !== "string" || isBlank(value)) return null;
  const read = (text: string) => readControl(field, text, [], []).value;
  const alike =
    value.trim().toLowerCase() === said.toLowerCase() ||
    (field.name !== "symbol" && read(value) === read(said));
  return alike
    ? null
    : `${field.label} is “${value.trim().slice(0, 40)}”, but the quantity says “${said.slice(0, 40)}”.`;
}

function isBlank(value: TypedValue | undefined): boolean {
  return value === undefined || (typeof value === "string" && value.trim() === "");
}

/** Several assets typed as one quantity, each as a row of its own; otherwise the row as it is. */
function severalRows(fields: readonly FormField[], row: Typed): Typed[] {
  const field = fields.find(({ control }) => control.is === "quantity");
  const typed = field === undefined ? undefined : own(row, field.name);
  if (field === undefined || typeof typed !== "string" || typed.length > 1000) return [row];
  const others = fields.filter(({ name }) => name !== field.name && name !== "chain");
  if (!others.every(({ name }) => isBlank(own(row, name)))) return [row];
  const quantities = severalQuantities(typed);
  return quantities.length === 1
    ? [row]
    : quantities.map((quantity) => ({ ...row, [field.name]: quantity }));
}

function readText(
  field: FormField,
  value: TypedValue | undefined,
  path: readonly (string | number)[],
  problems: Problem[],
): unknown {
  return readControl(field, value, path, problems).value;
}

function leftPasted(typed: Typed): Problem[] {
  const pasted = own(typed, PASTE);
  if (pasted === undefined) return [];
  if (!isRow(pasted)) return [{ path: [PASTE], message: "Pasted text must be text." }];
  return Object.entries(pasted)
    .filter(([, text]) => typeof text !== "string" || text.trim() !== "")
    .map(([list]) => ({
      path: [PASTE, list],
      message: `Pasted text is left that was not split into ${list}. It would not become part of the record.`,
      question: true,
    }));
}

/**
 * What the statement that the record follows says need not be typed twice: the best estimate, what came back, the
 * day. The lowest and the highest are those of the estimates where these differ: around the best one, or where the record
 * follows none of them, as the bounds that are known.
 */
function fillFromStatements(record: RawRecord, typed: Typed, problems: Problem[]): void {
  fillPreferred(record, "lossUsd", "lossEstimates", "amountUsd");
  fillPreferred(record, "returnedUsd", "returnEstimates", "amountUsd");
  const day = own(typed, "occurredOn");
  if (day === undefined || (typeof day === "string" && day.trim() === "")) {
    record.occurredOn = null;
    fillPreferred(record, "occurredOn", "dateStatements", "date");
    // It has been told that it must not be empty, which it is no longer.
    const told = problems.findIndex(({ path }) => path.join(".") === "occurredOn");
    if (record.occurredOn === null) delete record.occurredOn;
    else if (told >= 0) problems.splice(told, 1);
  }
  const amounts = rowsOf(record.lossEstimates).flatMap(({ amountUsd }) =>
    typeof amountUsd === "number" ? [amountUsd] : [],
  );
  const { lossUsd } = record;
  if (amounts.length < 2) return;
  const [low, high] = [Math.min(...amounts), Math.max(...amounts)];
  if (lossUsd === null && record.lossUsdLow === null && record.lossUsdHigh === null && low < high) {
    record.lossUsdLow = low;
    record.lossUsdHigh = high;
  }
  if (typeof lossUsd !== "number") return;
  if (record.lossUsdLow === null && low < lossUsd) record.lossUsdLow = low;
  if (record.lossUsdHigh === null && high > lossUsd) record.lossUsdHigh = high;
}

function fillPreferred(record: RawRecord, field: string, list: string, value: string): void {
  if (record[field] !== null) return;
  const preferred = rowsOf(record[list]).filter((row) => row.preferred === true);
  if (preferred.length === 1 && preferred[0]?.[value] !== undefined)
    record[field] = preferred[0][value];
}

function rowsOf(list: unknown): RawRecord[] {
  return Array.isArray(list) ? (list as RawRecord[]) : [];
}

/** Whether it is a row. What is sent may be anything, whatever its type says. */
function isRow(value: TypedValue | null): value is Typed {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Makes the name in the address where none was typed. */
function fillSlug(kind: RecordKind, record: RawRecord): void {
  if (record.slug !== null) return;
  delete record.slug;
  const { name, target, occurredOn } = record;
  const said = kind === "incident" ? target : name;
  if (typeof said !== "string") return;
  const words = hyphenated(said).slice(0, 90).replace(/-$/, "");
  if ((kind === "actor" || kind === "target") && words !== "") record.slug = words;
  if (kind === "incident" && words !== "" && typeof occurredOn === "string")
    record.slug = `${words}-${occurredOn.slice(0, 7)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
