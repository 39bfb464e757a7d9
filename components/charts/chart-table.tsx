import type { ChartTable as Table, TableCell } from "@/lib/statistics/charts/model/chart-model";

function Content({ cell }: { cell: TableCell }) {
  if (cell.href === null) return cell.text;
  return <a href={cell.href}>{cell.text}</a>;
}

/** A chart's numbers, unrounded, each leading to the incidents behind it. */
export function ChartTable({ table, caption }: { table: Table; caption: string }) {
  const [first, ...rest] = table.columns;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="mt-2 overflow-x-auto" aria-label={caption} tabIndex={0}>
      <table className={LOOK}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="align-bottom">
            <th scope="col">{first}</th>
            {rest.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.header.text} className={row.strong ? "font-semibold" : undefined}>
              <th scope="row" className={DEPTHS[Math.min(row.depth, DEPTHS.length - 1)]}>
                <Content cell={row.header} />
              </th>
              {row.cells.map((cell, index) => (
                <td key={rest[index]}>
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

// Said once for all cells, not in each of them: a page holds hundreds.
const LOOK = [
  "w-full border-collapse text-sm tabular-nums",
  "[&_tr]:border-b [&_tr]:border-rule [&_thead_tr]:border-rule-strong",
  "[&_:is(th,td)]:py-1 [&_:is(th,td)]:pl-3 [&_:is(th,td)]:text-right [&_tbody_:is(th,td)]:whitespace-nowrap",
  "[&_tbody_th]:[font-weight:inherit] [&_:is(th,td):first-child]:pl-0 [&_:is(th,td):first-child]:text-left",
  "[&_a]:underline [&_a]:decoration-rule [&_a]:underline-offset-2 [&_a:hover]:decoration-current",
].join(" ");

const DEPTHS = [undefined, "pl-4!", "pl-8!", "pl-12!"] as const;
