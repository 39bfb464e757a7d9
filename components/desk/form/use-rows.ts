import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { useForm } from "@/components/desk/form/form-context";
import {
  addId,
  firstRows,
  idOf,
  isBlank,
  moveId,
  type Row,
  removeId,
  shownRow,
  WAYS,
  type Way,
} from "@/components/desk/form/rows";
import type { FormField } from "@/lib/desk/forms/form";
import { movedRow } from "@/lib/desk/forms/moved-row";
import type { Typed, TypedValue } from "@/lib/desk/forms/typed";
import { blankRow } from "@/lib/desk/forms/typed-from-form";

/** A row as it was removed, and its place among the others, from 0. */
interface RemovedRow {
  typed: Typed;
  at: number;
}

/** So many removed rows can be brought back. */
const MOST_REMOVED = 100;

/**
 * The rows of a list, and how they come and go: each change is announced, and focus follows it.
 * @param one what a row is called
 * @param fields of a row
 */
export function useRows(
  field: FormField,
  typed: TypedValue | undefined,
  { one, fields }: { one: string; fields: readonly FormField[] },
) {
  const { changed, say } = useForm();
  const first = fields[0]?.name ?? "";
  const [rows, setRows] = useState<Row[]>(() => firstRows(field, typed));
  /** Rows that were removed and can be brought back, the last one at the end. */
  const [removed, setRemoved] = useState<RemovedRow[]>([]);
  const nextKey = useRef(rows.length);
  /** The rows of the last drawing: a row that is drawn less often than the list asks here what is beside it. */
  const drawn = useRef(rows);
  useLayoutEffect(() => {
    drawn.current = rows;
  }, [rows]);
  /** The control that takes focus once the list is drawn anew. */
  const focusNext = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: focus follows the rows
  useEffect(() => {
    if (focusNext.current === null) return;
    document.getElementById(focusNext.current)?.focus();
    focusNext.current = null;
  }, [rows]);

  const add = () => {
    const key = nextKey.current++;
    focusNext.current = idOf(field.name, key, first);
    setRows((before) => [...before, { key, typed: blankRow(field) }]);
    say(`Row ${rows.length + 1} was added.`);
    changed();
  };
  const remove = (key: number) => {
    const before = drawn.current;
    const at = before.findIndex((row) => row.key === key);
    const next = before[at + 1] ?? before[at - 1];
    focusNext.current = next === undefined ? addId(field.name) : removeId(field.name, next.key);
    const typed = shownRow(field.name, key, fields);
    if (!isBlank(field.name, key, fields))
      setRemoved((all) => [...all, { typed, at }].slice(-MOST_REMOVED));
    setRows((now) => now.filter((row) => row.key !== key));
    say(`${one} ${at + 1} was removed. Undo brings it back.`);
    changed();
  };
  /** Brings back the row that was removed last, where it was. */
  const undo = () => {
    const last = removed.at(-1);
    if (last === undefined) return;
    const key = nextKey.current++;
    focusNext.current = idOf(field.name, key, first);
    setRemoved(removed.slice(0, -1));
    setRows((now) => now.toSpliced(last.at, 0, { key, typed: last.typed }));
    say(`${one} ${last.at + 1} is back.`);
    changed();
  };
  const move = (key: number, way: Way) => {
    const before = drawn.current;
    const at = before.findIndex((row) => row.key === key);
    const moved = movedRow(before, at, WAYS[way].by);
    const place = moved.findIndex((row) => row.key === key);
    if (place === at) return say(`${one} ${at + 1} stays: it is the ${WAYS[way].edge} one.`);
    focusNext.current = moveId(way, field.name, key);
    setRows(moved);
    say(`${one} ${at + 1} was moved ${way}: it is ${one} ${place + 1} of ${before.length} now.`);
    changed();
  };
  /** The rows kept, and behind them those added. @param focus the field of the first of these that takes focus */
  const append = (kept: (row: Row) => boolean, added: readonly Typed[], focus?: string) => {
    const more = added.map((row) => ({ key: nextKey.current++, typed: row }));
    const [first] = more;
    if (focus !== undefined && first !== undefined)
      focusNext.current = idOf(field.name, first.key, focus);
    setRows([...rows.filter(kept), ...more]);
  };
  return { rows, add, remove, removed, undo, move, append };
}
