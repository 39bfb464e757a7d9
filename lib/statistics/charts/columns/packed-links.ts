import type { ColumnPlot, PeriodColumn } from "@/lib/statistics/charts/columns/columns-plot";

/** A column whose links are said by what they begin with and how each ends. */
type PackedColumn = Omit<PeriodColumn, "hrefs"> & { head: string; tails: (string | null)[] };
export type PackedColumns = Omit<ColumnPlot, "columns"> & { columns: PackedColumn[] };

/** What all of some texts begin with. */
function headOf(texts: readonly string[]): string {
  const [first = "", ...others] = texts;
  const ends = others.map((text) => {
    let end = 0;
    while (end < first.length && first[end] === text[end]) end += 1;
    return end;
  });
  return first.slice(0, Math.min(first.length, ...ends));
}

/** The plot as a page carries it for its live drawing: with links of half the length, and exactly the same. */
export function packColumns(plot: ColumnPlot): PackedColumns {
  const columns = plot.columns.map(({ hrefs, ...column }) => {
    const head = headOf(hrefs.filter((href) => href !== null));
    const tails = hrefs.map((href) => href?.slice(head.length) ?? null);
    return { ...column, head, tails };
  });
  return { ...plot, columns };
}

export function unpackColumns(plot: PackedColumns): ColumnPlot {
  const columns = plot.columns.map(({ head, tails, ...column }) => {
    return { ...column, hrefs: tails.map((tail) => (tail === null ? null : head + tail)) };
  });
  return { ...plot, columns };
}
