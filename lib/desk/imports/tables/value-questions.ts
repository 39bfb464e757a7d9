import type { KnownValues } from "@/lib/desk/imports/tables/known-values";
import { mappedColumns, rowValues } from "@/lib/desk/imports/tables/map-row";
import { mappedField } from "@/lib/desk/imports/tables/mapped-field";
import type { Mapping } from "@/lib/desk/imports/tables/mapping";
import { saidOf } from "@/lib/desk/imports/tables/read-value";
import type { Table } from "@/lib/desk/imports/tables/table";

/** A text of a table that an editor says once for all its rows. */
export interface ValueQuestion {
  text: string;
  /** In how many rows it stands. */
  rows: number;
  /** What was said of it; null where nothing was yet. */
  said: string | null;
  asks: string;
  choices: { value: string; label: string }[];
  suggested: string;
}

/** The questions about one field, those of most rows first. */
export interface FieldQuestions {
  key: string;
  label: string;
  questions: ValueQuestion[];
  /** How many there are; more than are listed where there are very many. */
  count: number;
}

/** Questions about one field that are shown at once; the rest follows when these are answered. */
const MOST_SHOWN = 250;

/** What has to be said of a table's texts, each once; what was said already is among it, to be changed. */
export function valueQuestions(
  table: Table,
  mapping: Mapping,
  known: KnownValues,
): FieldQuestions[] {
  const columns = mappedColumns(table, mapping);
  // What was said is asked again as if it had not been.
  const unsaid: Mapping = { ...mapping, values: {}, rest: {} };
  const found = new Map<string, Map<string, ValueQuestion>>();
  for (const row of table.rows) {
    const once = new Set<string>();
    for (const { key, text, read } of rowValues(row, columns, unsaid, known)) {
      if (!("asks" in read) || once.has(`${key} ${text}`)) continue;
      once.add(`${key} ${text}`);
      const texts = found.get(key) ?? new Map<string, ValueQuestion>();
      found.set(key, texts);
      const before = texts.get(text);
      if (before === undefined)
        texts.set(text, { text, rows: 1, said: saidOf(mapping, key, text) ?? null, ...read });
      else before.rows++;
    }
  }
  return [...found].map(([key, texts]) => {
    // What is not answered comes first, so that what is shown can always be gone on with.
    const questions = [...texts.values()].sort(
      (one, other) =>
        Number(one.said !== null) - Number(other.said !== null) || other.rows - one.rows,
    );
    return {
      key,
      label: mappedField(key)?.label ?? key,
      questions: questions.slice(0, MOST_SHOWN),
      count: questions.length,
    };
  });
}
