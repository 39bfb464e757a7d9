import { HostLink } from "@/components/sources/host-link";
import type { IncidentList } from "@/lib/record/publishers/publisher";
import type { Links } from "@/lib/site/urls/links";
import type { CountedIncident } from "@/lib/statistics/reconciliation/counted-incident";
import { formatUsd } from "@/lib/values/money/usd";

interface ListedIncidentsProps {
  list: IncidentList;
  /** Those of the list that the record counts. */
  incidents: readonly CountedIncident[];
  publisher: string;
  links: Links;
}

/** The incidents behind a figure, theirs beside ours. */
export function ListedIncidents({ list, incidents, publisher, links }: ListedIncidentsProps) {
  const bySlug = new Map(incidents.map((each) => [each.slug, each]));
  return (
    <>
      <table className="w-full max-w-3xl border-collapse tabular-nums">
        <caption className="sr-only">Incidents inside the sum, by {publisher} and here</caption>
        <thead className="border-rule-strong border-b text-left text-muted text-sm">
          <tr>
            <th scope="col" className="py-2 pr-3 font-normal">
              Incident
            </th>
            <th scope="col" className="py-2 pr-3 text-right font-normal">
              {publisher}
            </th>
            <th scope="col" className="py-2 text-right font-normal">
              Lossline
            </th>
          </tr>
        </thead>
        <tbody>
          {list.members.map(({ incident, amountUsd }) => {
            const held = bySlug.get(incident);
            return (
              <tr key={incident} className="border-rule border-b align-top">
                <th scope="row" className="py-2 pr-3 text-left font-normal">
                  {held === undefined ? (
                    incident
                  ) : (
                    <a href={links.incident(incident)}>{held.name}</a>
                  )}
                </th>
                <td className="py-2 pr-3 text-right">
                  {amountUsd === null ? (
                    <span className="text-muted">named only</span>
                  ) : (
                    formatUsd(amountUsd)
                  )}
                </td>
                <td className="py-2 text-right">
                  {held === undefined ? (
                    <span className="text-muted">not counted here</span>
                  ) : (
                    formatUsd(held.lossCents === null ? null : Number(held.lossCents) / 100)
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {(list.together ?? []).map(({ incidents: slugs, amountUsd }) => (
        <p key={slugs.join(" ")} className="mt-3 max-w-prose">
          {new Intl.ListFormat("en-GB").format(slugs.map((slug) => bySlug.get(slug)?.name ?? slug))}{" "}
          stand there together at {formatUsd(amountUsd)}.
        </p>
      ))}
      <p className="mt-3 text-muted text-sm">
        {list.figure}: <HostLink href={list.source} label="Source of the list" />
      </p>
    </>
  );
}
