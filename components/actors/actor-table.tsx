import type { ReactNode } from "react";
import { ActorName } from "@/components/actors/actor-name";
import { TotalLoss } from "@/components/actors/total-loss";
import { countryName } from "@/lib/record/actors/country";
import type { Links } from "@/lib/site/urls/links";
import { incidentsOf } from "@/lib/statistics/actors/actor-filters";
import type { ActorBranch } from "@/lib/statistics/actors/actor-tree";
import type { Filters } from "@/lib/statistics/rules/views";
import type { Total } from "@/lib/statistics/totals/totals";
import { dateInShort } from "@/lib/values/dates/day";
import type { Confidence } from "@/lib/values/taxonomy/taxonomy";

interface ActorTableProps {
  caption: string;
  branches: readonly ActorBranch[];
  confidence: Confidence;
  links: Links;
  /** Only name, incidents and loss, for a narrow column. */
  narrow?: boolean;
  /** Closing rows, such as what is attributed to nobody. */
  closing?: readonly { label: ReactNode; total: Total; filters: Filters }[];
}

const INDENTS = ["", "pl-5", "pl-10", "pl-14"] as const;

/** Actors as a tree in a table, each whole above its parts. On a phone the lesser columns move below the name. */
export function ActorTable(props: ActorTableProps) {
  const { caption, branches, confidence, links, narrow = false, closing = [] } = props;
  const wide = narrow ? "hidden" : "hidden px-3 py-2 text-sm leading-6 md:table-cell";
  const heading = narrow ? "hidden" : "hidden px-3 py-2 font-normal md:table-cell";
  const beside = narrow ? "hidden" : "block text-muted text-sm md:hidden";
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{caption}</caption>
      <thead className="border-rule-strong border-b text-left align-bottom text-muted text-sm">
        <tr>
          <th scope="col" className="py-2 pr-3 font-normal">
            Actor
          </th>
          <th scope="col" className={heading}>
            Kind
          </th>
          <th scope="col" className={heading}>
            Country
          </th>
          <th scope="col" className={heading}>
            Last incident
          </th>
          <th scope="col" className="py-2 pr-3 text-right font-normal">
            Incidents
          </th>
          <th scope="col" className="py-2 text-right font-normal">
            Loss
          </th>
        </tr>
      </thead>
      <tbody>
        {branches.map(({ actor, depth, partOf, total, last }) => (
          <tr key={actor.slug} className="border-rule border-b align-top">
            <th scope="row" className="py-2 pr-3 text-left font-normal [overflow-wrap:anywhere]">
              <span className={`block ${INDENTS[Math.min(depth, INDENTS.length - 1)]}`}>
                <ActorName
                  actor={actor}
                  href={links.actor(actor.slug, confidence)}
                  className={depth === 0 ? "font-semibold" : undefined}
                />
                {partOf !== null && depth > 0 && (
                  <span className="sr-only">, part of {partOf}</span>
                )}
                <span className={beside}>
                  {actor.kind === "unknown" ? "kind unknown" : actor.kind}
                  {actor.country !== null && `, ${countryName(actor.country)}`}
                  {last !== null && (
                    <>
                      {" · last "}
                      <a href={links.incident(last.slug)}>{dateInShort(last.occurredOn)}</a>
                    </>
                  )}
                </span>
              </span>
            </th>
            <td className={wide}>{actor.kind}</td>
            <td className={wide}>
              {actor.country === null ? (
                <span className="text-muted">unknown</span>
              ) : (
                countryName(actor.country)
              )}
            </td>
            <td className={wide}>
              {last === null ? (
                <span className="text-muted">—</span>
              ) : (
                <>
                  <time dateTime={last.occurredOn} className="whitespace-nowrap text-muted">
                    {dateInShort(last.occurredOn)}
                  </time>{" "}
                  <a href={links.incident(last.slug)}>{last.name}</a>
                </>
              )}
            </td>
            <Sums total={total} filters={incidentsOf(actor.slug, confidence)} links={links} />
          </tr>
        ))}
      </tbody>
      {closing.length > 0 && (
        <tfoot className="border-rule-strong border-t">
          {closing.map(({ label, total, filters }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows are fixed
            <tr key={index} className="border-rule border-b align-top">
              <th scope="row" className="py-2 pr-3 text-left font-normal">
                {label}
              </th>
              <td className={wide} />
              <td className={wide} />
              <td className={wide} />
              <Sums total={total} filters={filters} links={links} />
            </tr>
          ))}
        </tfoot>
      )}
    </table>
  );
}

/** The two cells of a total, each leading to the incidents behind it. */
function Sums({ total, filters, links }: { total: Total; filters: Filters; links: Links }) {
  return (
    <>
      <td className="py-2 pr-3 text-right">
        {total.incidents === 0 ? (
          <span className="text-muted">—</span>
        ) : (
          <a href={links.incidents(filters)}>{total.incidents.toLocaleString("en-GB")}</a>
        )}
      </td>
      <td className="whitespace-nowrap py-2 text-right">
        <TotalLoss total={total} href={links.incidents(filters, { sort: "largest" })} />
        {total.unknownSize > 0 && total.unknownSize < total.incidents && (
          <span className="block text-muted text-sm">
            +{" "}
            <a href={links.incidents({ ...filters, loss: "unknown" })}>
              {total.unknownSize.toLocaleString("en-GB")} unknown
            </a>
          </span>
        )}
      </td>
    </>
  );
}
