import type { ReactNode } from "react";
import { ActorName } from "@/components/actors/actor-name";
import { IncidentLoss, Loss } from "@/components/incidents/loss";
import { SourcingMarks } from "@/components/sources/sourcing-marks";
import type { Links } from "@/lib/site/urls/links";
import type { IncidentRow } from "@/lib/statistics/incident-list/incident-row";
import { dateInShort } from "@/lib/values/dates/day";
import { termLabel } from "@/lib/values/taxonomy/taxonomy";

interface IncidentTableProps {
  caption: ReactNode;
  rows: readonly IncidentRow[];
  links: Links;
  /** Headings that lead to the list in another order; plain words where none is given. */
  headings?: SortedHeadings;
}

/** A column's heading as a link, and how it is sorted at present. */
interface SortedHeading {
  link: ReactNode;
  sorted: "ascending" | "descending" | undefined;
}
export type SortedHeadings = Record<
  "date" | "name" | "target" | "category" | "actor" | "returned" | "loss",
  SortedHeading
>;

// Cells say only where they are left out; how they look is said once for all of them (`.incident-table` in globals.css).
const wide = "from-md";
const widest = "from-lg";

interface HeadingProps {
  of: SortedHeading | undefined;
  label: string;
  className?: string;
}

function Heading({ of, label, className }: HeadingProps) {
  return (
    <th scope="col" aria-sort={of?.sorted} className={className}>
      {of?.link ?? label}
    </th>
  );
}

/** Incidents as lines. On a phone the lesser columns move below the name. */
export function IncidentTable({ caption, rows, links, headings }: IncidentTableProps) {
  return (
    <table className="incident-table w-full border-collapse text-base">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <Heading of={headings?.date} label="Day" />
          <Heading of={headings?.name} label="Incident" />
          {headings !== undefined && (
            <Heading of={headings.target} label="Target" className={widest} />
          )}
          <Heading of={headings?.category} label="Category" className={wide} />
          <Heading of={headings?.actor} label="Attributed to" className={wide} />
          <Heading of={headings?.returned} label="Returned" className={wide} />
          <Heading of={headings?.loss} label="Loss" />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.slug}>
            <td>
              <time dateTime={row.occurredOn}>{dateInShort(row.occurredOn)}</time>
            </td>
            <th scope="row">
              <a href={links.incident(row.slug)}>{row.name}</a>
              {row.sourcing.length > 0 && (
                <span className="block">
                  <SourcingMarks sourcing={row.sourcing} />
                </span>
              )}
              <span className="block text-muted text-sm md:hidden">
                {termLabel(row.category)}
                {row.attributedTo.length > 0 && (
                  <>
                    {" "}
                    · attributed to <Actors row={row} links={links} />
                  </>
                )}
                {row.returnedUsd !== null && (
                  <>
                    {" "}
                    · returned <Loss usd={row.returnedUsd} />
                  </>
                )}
              </span>
            </th>
            {headings !== undefined && (
              <td className={`${widest} [overflow-wrap:anywhere]`}>{row.target}</td>
            )}
            <td className={wide}>{termLabel(row.category)}</td>
            <td className={wide}>
              {row.attributedTo.length === 0 ? (
                <span className="text-muted">not attributed</span>
              ) : (
                <Actors row={row} links={links} />
              )}
            </td>
            <td className={wide}>
              {row.returnedUsd === null ? (
                <span className="text-muted">–</span>
              ) : (
                <Loss usd={row.returnedUsd} />
              )}
            </td>
            <td>
              <IncidentLoss of={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Actors({ row, links }: { row: IncidentRow; links: Links }) {
  return row.attributedTo.map((actor, index) => (
    <span key={actor.slug}>
      {index > 0 && ", "}
      <ActorName actor={actor} href={links.actor(actor.slug)} />
    </span>
  ));
}
