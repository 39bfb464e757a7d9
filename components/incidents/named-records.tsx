import type { Links } from "@/lib/site/urls/links";
import type { NamedRecord } from "@/lib/statistics/incident-list/named-record";
import { totalText } from "@/lib/statistics/totals/total-text";

interface NamedRecordsProps {
  records: readonly NamedRecord[];
  /** What was searched for. */
  text: string;
  links: Links;
}

/** Leads from a searched name to whoever bears it, whose incidents a search for the name cannot count. */
export function NamedRecords({ records, text, links }: NamedRecordsProps) {
  if (records.length === 0) return null;
  return (
    <ul className="mb-3 border-rule-strong border-l-4 pl-3 [overflow-wrap:anywhere]">
      {records.map(({ kind, slug, name, isOwnName, total }) => (
        <li key={`${kind} ${slug}`}>
          <a href={links.record(kind, slug)} className="font-semibold">
            {name}
          </a>{" "}
          {!isOwnName && `(found as “${text}”) `}is {kind === "actor" ? "an actor" : "a target"}:{" "}
          {totalText(total)}
        </li>
      ))}
    </ul>
  );
}
