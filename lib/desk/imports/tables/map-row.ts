import type { Typed, TypedValue } from "@/lib/desk/forms/typed";
import { readCell } from "@/lib/desk/imports/csv-columns";
import type { AmountRule, DateRule } from "@/lib/desk/imports/tables/column-rule";
import type { KnownValues } from "@/lib/desk/imports/tables/known-values";
import {
  type MappedField,
  mappedField,
  PICKED,
  type PickedField,
} from "@/lib/desk/imports/tables/mapped-field";
import type { Mapping } from "@/lib/desk/imports/tables/mapping";
import {
  chainNames,
  readActorText,
  readAmountText,
  readChainText,
  readDateText,
  readPickText,
  type ValueRead,
} from "@/lib/desk/imports/tables/read-value";
import { rowText } from "@/lib/desk/imports/tables/row-text";
import { saysNothing } from "@/lib/desk/imports/tables/said-nothing";
import { columnName, type Table, type TableRow } from "@/lib/desk/imports/tables/table";
import { accountOf, isAnybodys, postedBy, siteName, siteOf } from "@/lib/desk/sources/site-name";

/** A column that is not left aside. */
interface MappedColumn {
  place: number;
  field: MappedField;
  rule: Mapping["columns"][number]["rule"];
  /** What it is called, for people. */
  name: string;
}

/** The columns of a table that a mapping takes. */
export function mappedColumns(table: Pick<Table, "header">, mapping: Mapping): MappedColumn[] {
  return mapping.columns.flatMap(({ to, rule }, place) => {
    const field = mappedField(to);
    return field === null ? [] : [{ place, field, rule, name: columnName(table, place) }];
  });
}

/** One text of a row that may have to be asked about. */
export interface RowValue {
  /** The field that it is for. */
  key: string;
  /** As the table writes it; what two columns say together is one text. */
  text: string;
  /** Whether its own cell holds nothing. */
  isEmpty: boolean;
  read: ValueRead;
}

/** What of a row is read by rules and values, each by its field; a cell of chains gives one for each of them. */
export function rowValues(
  { cells }: Pick<TableRow, "cells">,
  columns: readonly MappedColumn[],
  mapping: Mapping,
  known: KnownValues,
): RowValue[] {
  const values: RowValue[] = [];
  for (const { place, field, rule } of columns) {
    const text = (cells[place] ?? "").trim();
    const { key, kind } = field;
    const isEmpty = saysNothing(text);
    if (kind === "date")
      values.push({
        key,
        text,
        isEmpty,
        read: readDateText(key, text, (rule ?? "asWritten") as DateRule, mapping),
      });
    else if (kind === "amount")
      values.push({
        key,
        text,
        isEmpty,
        read: readAmountText(field, text, (rule ?? "dollars") as AmountRule, mapping),
      });
    else if (kind === "chains")
      for (const name of chainNames(text))
        values.push({ key, text: name, isEmpty, read: readChainText(name, mapping, known) });
    else if (key === "actor")
      values.push({ key, text, isEmpty, read: readActorText(text, mapping, known) });
    else if (isPicked(key)) {
      const beside = columns
        .filter(({ field: other }) => other.beside === key)
        .map((other) => ` · ${other.name}: ${(cells[other.place] ?? "").trim()}`);
      const whole = `${text}${beside.join("")}`;
      values.push({ key, text: whole, isEmpty, read: readPickText(key, whole, mapping, known) });
    }
  }
  return values;
}

function isPicked(key: string): key is PickedField {
  return (PICKED as readonly string[]).includes(key);
}

/** A row as its incident's form would have it. */
export interface MappedRow {
  typed: Typed;
  /** The fields that the row itself says; what holds for every row is not among them. */
  said: ReadonlySet<string>;
  /** What nobody has said yet: its row is held back. */
  wrong: { field: string; message: string }[];
}

/** Reads a row by its mapping. @param revises whether it revises a published incident: then an empty cell says nothing */
export function mapRow(
  row: Pick<TableRow, "cells">,
  columns: readonly MappedColumn[],
  mapping: Mapping,
  known: KnownValues,
  revises = false,
): MappedRow {
  const typed: Typed = {};
  const said = new Set<string>();
  const wrong: MappedRow["wrong"] = [];
  const own: Record<string, string> = {};
  const chains: string[] = [];
  for (const { key, text, isEmpty, read } of rowValues(row, columns, mapping, known)) {
    if (revises && isEmpty) continue;
    if ("asks" in read) {
      wrong.push({
        field: key,
        message: `“${shortened(text)}” has not been decided. ${read.asks}`,
      });
      continue;
    }
    if (read.typed === "") continue;
    said.add(key);
    if (key === "chains") chains.push(...read.typed.split(";"));
    else own[key] = read.typed;
  }
  for (const { place, field } of columns) {
    const text = (row.cells[place] ?? "").trim();
    if (saysNothing(text)) continue;
    const { key, kind, column } = field;
    if (kind === "text" || kind === "link") {
      own[key] = text;
      said.add(key);
    } else if (kind === "template" && column !== null) {
      const { typed: value, excess } = readCell(column, text);
      typed[key] = value;
      said.add(key);
      if (excess !== undefined) wrong.push({ field: key, message: excess });
    }
  }
  if (chains.length > 0) typed.chains = [...new Set(chains.map((chain) => chain.trim()))];
  const { link: _, linkPublisher: __, linkTitle: ___, linkDay: ____, actor, ...fields } = own;
  Object.assign(typed, fields);
  const links = linksOf(own, mapping, known, typed);
  const listed = Array.isArray(typed.sources) ? typed.sources : [];
  const sources: TypedValue[] = [...listed, ...links];
  if (sources.length > 0) typed.sources = sources;
  if (actor !== undefined) typed.attributions = [attributionOf(actor, mapping, own.link ?? "")];
  return { typed, said, wrong };
}

/** The sources that a row links to. */
function linksOf(
  own: Readonly<Record<string, string>>,
  mapping: Mapping,
  known: KnownValues,
  typed: Typed,
): Typed[] {
  return splitLinks(own.link ?? "").map((url) => ({
    url,
    publisher: own.linkPublisher ?? publisherOf(url, known.publishers),
    title: own.linkTitle ?? rowText(mapping.fixed.linkTitle ?? "", wordsOf(typed, mapping, "")),
    publishedOn: own.linkDay ?? "",
    archivedUrl: "",
    kind: "",
  }));
}

/**
 * Who published what a link leads to: whoever's site it is, by the record's name, or whose page it is of a site of many authors;
 * the host where nothing says more, and empty for what is no link.
 */
function publisherOf(link: string, publishers: ReadonlyMap<string, string>): string {
  if (!URL.canParse(link)) return "";
  const url = new URL(link);
  const host = siteOf(url);
  return isAnybodys(host)
    ? (postedBy(url) ?? accountOf(url) ?? host)
    : (publishers.get(host) ?? siteName(host) ?? host);
}

/** Who the table says that it was: its own word, and nothing more certain. */
function attributionOf(actor: string, { source }: Mapping, link: string): Typed {
  return {
    actor,
    by: source.publisher,
    on: source.publishedOn,
    confidence: "suspected",
    basis: "",
    source: source.url === "" ? (splitLinks(link)[0] ?? "") : source.url,
  };
}

/** The links in a cell, however they are set apart. */
function splitLinks(text: string): string[] {
  return text
    .replace(/^\[|\]$/g, "")
    .split(/[\s;|]+|,(?=\s*['"]?https?:)/i)
    .map((link) => link.trim().replace(/^['"<(]+|['">),]+$/g, ""))
    .filter((link) => link !== "");
}

/** A row with what holds for every row of its table: for one that becomes a new incident. */
export function completedRow({ typed }: MappedRow, mapping: Mapping): Typed {
  const whole: Typed = { ...typed };
  for (const field of [...PICKED, "chains"] as const) {
    const fixed = mapping.fixed[field] ?? "";
    if (whole[field] !== undefined || fixed === "" || isMapped(mapping, field)) continue;
    whole[field] = field === "chains" ? [fixed] : fixed;
  }
  const own = tableSource(mapping);
  const listed = Array.isArray(whole.sources) ? whole.sources : [];
  if (own !== null) whole.sources = [...listed, own];
  const [first] = listed;
  const publisher =
    typeof first === "object" && !Array.isArray(first) ? String(first.publisher ?? "") : "";
  for (const field of ["name", "summary"] as const)
    if (whole[field] === undefined)
      whole[field] = rowText(mapping.fixed[field] ?? "", wordsOf(whole, mapping, publisher));
  return whole;
}

function isMapped({ columns }: Mapping, field: string): boolean {
  return columns.some(({ to }) => to === field);
}

/** The table itself as a source, as it would be typed; null where it is none. */
export function tableSource({ source }: Mapping): Typed | null {
  if (source.url === "") return null;
  const { url, publisher, title, publishedOn } = source;
  return { url, publisher, title, publishedOn, archivedUrl: "", kind: "aggregator" };
}

function wordsOf(typed: Typed, { source }: Mapping, publisher: string) {
  const textOf = (field: string) => {
    const value = typed[field];
    return typeof value === "string" ? value : "";
  };
  return {
    target: textOf("target"),
    lossUsd: textOf("lossUsd"),
    occurredOn: textOf("occurredOn"),
    source: source.publisher === "" ? publisher : source.publisher,
  };
}

function shortened(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, " ");
  return plain.length > 60 ? `${plain.slice(0, 57)}…` : plain;
}
