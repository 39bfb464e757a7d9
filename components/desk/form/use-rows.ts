import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { useForm } from "@/components/desk/form/form-context";
import {
  addId,
  firstRows,
  idOf,
  moveId,
  type Row,
  removeId,
  WAYS,
  type Way,
} from "@/components/desk/form/rows";
import type { FormField } from "@/lib/desk/forms/form";
import { movedRow } from "@/lib/desk/forms/moved-row";
import type { Typed, TypedValue } from "@/lib/desk/forms/typed";
import { blankRow } from "@/lib/desk/forms/typed-from-form";

/**
 * The rows of a list, and how they come and go: each change is announced, and focus follows it.
 * @param one what a row is called
 * @param first the name of a row's first field
 */
export function useRows(
  field: FormField,
  typed: TypedValue | undefined,
  { one, first }: { one: string; first: string },
) {
  const { changed, say } = useForm();
  const [rows, setRows] = useState<Row[]>(() => firstRows(field, typed));
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
    setRows((now) => now.filter((row) => row.key !== key));
    say(`${one} ${at + 1} was removed.`);
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
  /** The rows kept, and behind them those added. */
  const append = (kept: (row: Row) => boolean, added: readonly Typed[]) => {
    const more = added.map((row) => ({ key: nextKey.current++, typed: row }));
    setRows([...rows.filter(kept), ...more]);
  };
  return { rows, add, remove, move, append };
}
