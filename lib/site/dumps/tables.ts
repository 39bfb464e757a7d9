import type { z } from "zod";
import {
  PUBLIC_KINDS,
  type PublicKind,
  type PublicRecord,
  RECORD_SHAPES,
} from "@/lib/record/shapes/records";
import { type Cell, type Column, columnOf, columnsOf } from "@/lib/site/dumps/column";
import { tableNote } from "@/lib/site/dumps/column-notes";
import { csvColumns, writtenCell } from "@/lib/site/open-data/csv-columns";
import { incidentShape } from "@/lib/site/open-data/shapes/answers";

// The public shapes as tables: of each kind of record one, and one of each list that its records have. They follow from the
// shapes, so that a field that is added there is a column here.

/** A table of a dump. */
export interface Table {
  name: string;
  meaning: string;
  columns: readonly Column[];
  /** The columns by which a row is told from all others. */
  key: readonly string[];
  foreign: readonly ForeignKey[];
  /** Of which kind of record its rows are. */
  kind: PublicKind;
  rowsOf(record: PublicRecord): Cell[][];
}

/** A column that names a row of another table by its id. */
export interface ForeignKey {
  column: string;
  table: string;
}

/** What the tables of lists are called. A list that is added to a shape needs a name here; none is ever changed. */
const LIST_TABLES: Record<string, string> = {
  "actor.aliases": "actor_alias",
  "actor.identifiers": "actor_identifier",
  "actor.sources": "actor_source",
  "coverage.families": "coverage_family",
  "coverage.missing": "coverage_gap",
  "incident.addresses": "address",
  "incident.assets": "asset",
  "incident.attributions": "attribution",
  "incident.chains": "incident_chain",
  "incident.date_statements": "date_statement",
  "incident.identifiers": "incident_identifier",
  "incident.loss_estimates": "loss_estimate",
  "incident.return_estimates": "return_estimate",
  "incident.sources": "incident_source",
  "incident.transactions": "incident_transaction",
  "publisher.incident_lists": "publisher_incident_list",
  "publisher.rules": "publisher_rule",
  "target.aliases": "target_alias",
  "target.formerly": "target_former_name",
  "target.identifiers": "target_identifier",
  "vintage.amounts": "vintage_amount",
  "year_comparison.figures": "year_comparison_figure",
};
/** A list that stays in one cell: it is empty as a rule. */
const IN_ONE_CELL = "withheld_since";
/** What the column of a list of texts is called. */
const TEXT_COLUMNS: Record<string, string> = { incident_chain: "chain" };

/** Which table a column with an id leads to. */
const LEADS_TO: Record<string, PublicKind> = {
  actor_id: "actor",
  parent_id: "actor",
  successor_id: "target",
  target_id: "target",
};
const PUBLISHER_FACTS: readonly PublicKind[] = ["publisher", "vintage", "year_comparison"];
/** Of these nothing is ever merged into another. */
const NEVER_MERGED: readonly PublicKind[] = ["coverage", "known_address", ...PUBLISHER_FACTS];

type Shape = z.ZodObject;
type ListOf = { element: z.ZodType };

const isList = (field: z.ZodType): field is z.ZodType & ListOf => field.def.type === "array";
const isObject = (field: z.ZodType): field is Shape => field.def.type === "object";

/** The tables of a kind: its records, and their lists in the order of the shape. */
function tablesOf(kind: PublicKind): Table[] {
  const { shape } = RECORD_SHAPES[kind] as Shape;
  const fields = Object.entries(shape) as [string, z.ZodType][];
  const lists = fields.filter(([name, field]) => isList(field) && name !== IN_ONE_CELL);
  // What it is of, its table says.
  const without = ["kind", ...lists.map(([name]) => name)];
  const own = csvColumns(RECORD_SHAPES[kind] as Shape, null).filter(
    ({ name }) => !without.includes(name),
  );
  const columns = columnsOf(kind, RECORD_SHAPES[kind] as Shape, without);
  return [
    {
      name: kind,
      meaning: tableNote(kind),
      columns,
      key: ["id"],
      foreign: [
        ...(NEVER_MERGED.includes(kind) ? [] : [{ column: "merged_into", table: kind }]),
        ...leading(columns),
      ],
      kind,
      rowsOf: (record) => [own.map(({ cellOf }) => cellOf(record))],
    },
    ...lists.map(([name, field]) => listTable(kind, name, (field as unknown as ListOf).element)),
  ];
}

/** A list of a kind: a row for each item, by the record and its place. */
function listTable(kind: PublicKind, list: string, item: z.ZodType): Table {
  const name = LIST_TABLES[`${kind}.${list}`];
  if (name === undefined) throw new Error(`no table is named for ${kind}.${list}`);
  const owner = columnOf(name, `${kind}_id`, { type: "integer" });
  const place = columnOf(name, "place", { type: "integer" });
  const columns = isObject(item)
    ? columnsOf(name, item)
    : [columnOf(name, TEXT_COLUMNS[name] ?? "name", { type: "string" })];
  const all = [owner, place, ...columns];
  return {
    name,
    meaning: tableNote(name),
    columns: all,
    key: [owner.name, place.name],
    foreign: [{ column: owner.name, table: kind }, ...leading(columns)],
    kind,
    rowsOf: (record) =>
      ((record as unknown as Record<string, unknown[]>)[list] ?? []).map((each, at) => [
        record.id,
        at + 1,
        ...(isObject(item)
          ? columns.map((column) => cellIn((each as Record<string, unknown>)[column.name]))
          : [String(each)]),
      ]),
  };
}

/** A list in a list stands in one cell. */
function cellIn(value: unknown): Cell {
  return Array.isArray(value) ? writtenCell(value) : ((value ?? null) as Cell);
}

function leading(columns: readonly Column[]): ForeignKey[] {
  return columns.flatMap(({ name }) => {
    const table = LEADS_TO[name];
    return table === undefined ? [] : [{ column: name, table }];
  });
}

/** Every table, those of a kind behind one another. */
export const TABLES: readonly Table[] = PUBLIC_KINDS.flatMap(tablesOf);

/** An incident a row, with everything in it and what others are called, as the interface's CSV has it. */
export const FLAT = {
  name: "incidents",
  meaning: tableNote("incidents"),
  columns: columnsOf("incidents", incidentShape),
  key: ["id"],
  cells: csvColumns(incidentShape, null),
};
