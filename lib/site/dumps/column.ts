import { z } from "zod";
import { columnNote } from "@/lib/site/dumps/column-notes";

/** What a column holds, in every form of a dump. */
export type ColumnType = "integer" | "number" | "boolean" | "text";

export type Cell = string | number | boolean | null;

export interface Column {
  name: string;
  type: ColumnType;
  isNullable: boolean;
  /** What it means. */
  meaning: string;
  /** What a number counts; null of all else. */
  unit: string | null;
  /** What null means; null where there is none. */
  nullMeans: string | null;
  /** What it can be, where that is a closed list. */
  values: readonly string[] | null;
}

interface Schema {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  description?: string;
}

/**
 * The columns of a shape's fields.
 * @param table whose they are, for what they mean
 * @param without the names of fields that are none of its columns
 */
export function columnsOf(
  table: string,
  shape: z.ZodObject,
  without: readonly string[] = [],
): Column[] {
  const { properties = {} } = z.toJSONSchema(shape) as Schema;
  return Object.entries(properties)
    .filter(([name]) => !without.includes(name))
    .map(([name, schema]) => columnOf(table, name, schema));
}

/** A column that the shape has no field of its own for, such as a list of texts. */
export function columnOf(table: string, name: string, schema: Schema): Column {
  const members = flat(schema);
  const types = members.map(typeOf);
  const isNullable = types.includes("null");
  const [type = "text"] = types.filter((each) => each !== "null");
  const { meaning, nullMeans } = columnNote(table, name, described(schema) ?? "");
  const values = members.flatMap((member) => member.enum ?? (member.const ? [member.const] : []));
  return {
    name,
    type: type as ColumnType,
    isNullable,
    meaning,
    unit: /(^|_)usd(_|$)/.test(name) ? "US dollars" : null,
    nullMeans: isNullable ? nullMeans : null,
    values: values.length > 0 ? values.map(String) : null,
  };
}

function flat(schema: Schema): Schema[] {
  if (schema.anyOf !== undefined) return schema.anyOf.flatMap(flat);
  return Array.isArray(schema.type) ? schema.type.map((type) => ({ ...schema, type })) : [schema];
}

function described({ description, anyOf = [] }: Schema): string | undefined {
  return description ?? anyOf.map(described).find((text) => text !== undefined);
}

/** Lists and objects stand in one cell as text, as they do in the interface's CSV. */
function typeOf({ type }: Schema): ColumnType | "null" {
  switch (type) {
    case "integer":
    case "number":
    case "boolean":
    case "null":
      return type;
    default:
      return "text";
  }
}
