import type { ChartTable as Table, TableCell } from "@/lib/charts/chart-model";

function Content({ cell }: { cell: TableCell }) {
  if (cell.href === null) return cell.text;
  return (
    <a
      href={cell.href}
      className="underline decoration-rule underline-offset-2 hover:decoration-current"
    >
      {cell.text}
    </a>
  );
}

/** A chart's numbers, unrounded, each leading to the incidents behind it. */
export function ChartTable({ table, caption }: { table: Table; caption: string }) {
  const [first, ...rest] = table.columns;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="mt-2 overflow-x-auto" aria-label={caption} tabIndex={0}>
      <table className="w-full border-collapse text-sm tabular-nums">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-rule-strong align-bottom">
            <th scope="col" className="py-1 pr-3 text-left font-semibold">
              {first}
            </th>
            {rest.map((column) => (
              <th key={column} scope="col" className="py-1 pl-3 text-right font-semibold">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.header.text} className="border-b border-rule">
              <th
                scope="row"
                className={`py-1 pr-3 text-left whitespace-nowrap ${row.strong ? "font-semibold" : "font-normal"} ${DEPTHS[Math.min(row.depth, DEPTHS.length - 1)]}`}
              >
                <Content cell={row.header} />
              </th>
              {row.cells.map((cell, index) => (
                <td
                  key={rest[index]}
                  className={`py-1 pl-3 text-right whitespace-nowrap ${row.strong ? "font-semibold" : ""}`}
                >
                  <Content cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const DEPTHS = ["", "pl-4", "pl-8", "pl-12"] as const;
