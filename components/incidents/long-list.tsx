import type { ReactNode } from "react";

interface LongListProps<Item> {
  items: readonly Item[];
  /** How many are open; the rest unfold. */
  shown?: number;
  /** What the rest is called: `addresses`. */
  noun: string;
  row: (item: Item) => ReactNode;
}

/** A list whose tail is folded away where it is long. */
export function LongList<Item>({ items, shown = 12, noun, row }: LongListProps<Item>) {
  // Folding away one or two would hide more than it saves.
  const open = items.length <= shown + 2 ? items.length : shown;
  return (
    <>
      <ul>{items.slice(0, open).map(row)}</ul>
      {open < items.length && (
        <details>
          <summary className="marker:text-muted py-2 underline decoration-1 underline-offset-4">
            {items.length - open} more {noun}
          </summary>
          <ul>{items.slice(open).map(row)}</ul>
        </details>
      )}
    </>
  );
}
