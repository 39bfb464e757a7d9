import type { Publisher, PublisherKind } from "@/lib/record/publishers/publisher";
import type { Links } from "@/lib/site/urls/links";
import { ruleInBrief, ruleYears } from "@/lib/statistics/reconciliation/rule-text";

export const PUBLISHER_KIND_LABELS: Record<PublisherKind, string> = {
  "security-firm": "security firm",
  analytics: "analytics firm",
  press: "press",
  authority: "authority",
  aggregator: "aggregator",
};

interface PublisherTableProps {
  publishers: readonly Publisher[];
  figures: readonly { name: string; figures: number }[];
  links: Links;
}

/** All publishers, each with how it counts by its latest rule. */
export function PublisherTable({ publishers, figures, links }: PublisherTableProps) {
  const numberOf = new Map(figures.map((each) => [each.name, each.figures]));
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">Publishers and their latest rules</caption>
      <thead className="border-rule-strong border-b text-left align-bottom text-muted text-sm">
        <tr>
          <th scope="col" className="py-2 pr-3 font-normal">
            Publisher
          </th>
          <th scope="col" className="hidden py-2 pr-3 font-normal md:table-cell">
            Latest rule
          </th>
          <th scope="col" className="py-2 text-right font-normal">
            Figures
          </th>
        </tr>
      </thead>
      <tbody>
        {publishers.map(({ publisher, slug, kind, rules }) => {
          const latest = rules.at(-1);
          const said =
            latest === undefined
              ? "nothing is known of how it counts"
              : `${ruleYears(latest)}: ${ruleInBrief(latest)}`;
          return (
            <tr key={slug} className="border-rule border-b align-top">
              <th scope="row" className="py-2 pr-3 text-left font-normal">
                <a href={links.publisher(slug)} className="font-semibold">
                  {publisher}
                </a>
                <span className="block text-muted text-sm">{PUBLISHER_KIND_LABELS[kind]}</span>
                <span className="block text-sm md:hidden">{said}</span>
              </th>
              <td className="hidden max-w-xl py-2 pr-3 text-sm leading-6 md:table-cell">{said}</td>
              <td className="py-2 text-right tabular-nums">{numberOf.get(publisher) ?? 0}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
