import { Loss } from "@/components/incidents/loss";
import { foldedName } from "@/lib/record/targets/folded-name";
import type { Links } from "@/lib/site/urls/links";
import type { TargetRow } from "@/lib/statistics/targets/target-row";
import { termLabel } from "@/lib/values/taxonomy/taxonomy";

interface TargetTableProps {
  caption: string;
  rows: readonly TargetRow[];
  /** What was searched for: the other names that hold a word of it are shown. */
  searched?: string | undefined;
  links: Links;
}

/** Targets as lines, each with what befell it in all. On a phone the kind moves below the name. */
export function TargetTable({ caption, rows, searched, links }: TargetTableProps) {
  return (
    <table className="w-full border-collapse text-base">
      <caption className="sr-only">{caption}</caption>
      <thead className="border-rule-strong border-b text-left align-bottom text-muted text-sm">
        <tr>
          <th scope="col" className="py-2 pr-3 font-normal">
            Target
          </th>
          <th scope="col" className="hidden px-3 py-2 font-normal md:table-cell">
            Kind
          </th>
          <th scope="col" className="px-3 py-2 text-right font-normal">
            Incidents
          </th>
          <th scope="col" className="py-2 text-right font-normal">
            Lost
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.slug} className="border-rule border-b align-top">
            <th scope="row" className="py-2 pr-3 text-left font-normal [overflow-wrap:anywhere]">
              <a href={links.target(row.slug)} className="font-semibold">
                {row.name}
              </a>
              <OtherNames row={row} searched={searched} />
              <span className="block text-muted text-sm md:hidden">{termLabel(row.kind)}</span>
            </th>
            <td className="hidden px-3 py-2 text-sm leading-6 md:table-cell">
              {termLabel(row.kind)}
            </td>
            <td className="px-3 py-2 text-right">
              <a href={links.incidents({ target: row.slug })}>
                {row.incidents.toLocaleString("en-GB")}
              </a>
            </td>
            <td className="whitespace-nowrap py-2 text-right">
              <Loss usd={row.unknownSize === row.incidents ? null : row.lossUsd} />
              {row.unknownSize > 0 && row.unknownSize < row.incidents && (
                <span className="block text-muted text-sm">{row.unknownSize} of unknown size</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Names that a target gave up, and those of its others by which a search found it. */
function OtherNames({ row, searched }: { row: TargetRow; searched: string | undefined }) {
  const words = searched === undefined ? [] : foldedName(searched).split(" ");
  const found = row.aliases.filter((name) => words.some((word) => foldedName(name).includes(word)));
  if (row.formerly.length + found.length === 0) return null;
  return (
    <span className="block text-muted text-sm">
      {row.formerly.length > 0 && `formerly ${row.formerly.join(", ")}`}
      {row.formerly.length > 0 && found.length > 0 && "; "}
      {found.length > 0 && `also ${found.join(", ")}`}
    </span>
  );
}
