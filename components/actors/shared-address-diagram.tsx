import { IncidentLoss } from "@/components/incidents/loss";
import type { Links } from "@/lib/site/urls/links";
import type { IncidentRow } from "@/lib/statistics/incident-list/incident-row";
import {
  type LinkLine,
  layOutLinks,
  type SharedAddressGroup,
} from "@/lib/statistics/shared-addresses/shared-address";
import { dateInShort, precisionOf } from "@/lib/values/dates/day";
import { daysAfter } from "@/lib/values/dates/partial-date";

/** Lines beyond these would not fit a phone; the text beside the incidents names those too. */
const MOST_LANES = 5;

const listed = new Intl.ListFormat("en-GB", { type: "conjunction" });

/**
 * Incidents down a line of time, with a bracket for each set of them that holds the same addresses
 * and, on it, how many. The brackets say nothing that the text does not.
 */
export function SharedAddressDiagram({
  group,
  links,
}: {
  group: SharedAddressGroup<IncidentRow>;
  links: Links;
}) {
  const lines = layOutLinks(group).filter((line) => line.lane < MOST_LANES);
  const lanes = Math.max(...lines.map((line) => line.lane)) + 1;
  const targets = new Map(group.incidents.map(({ slug, target }) => [slug, target]));
  return (
    <div
      className="grid border-rule-strong border-t"
      style={{ gridTemplateColumns: `repeat(${lanes}, 1.75rem) minmax(0, 1fr)` }}
    >
      <div aria-hidden="true" className="contents">
        {lines.map((line) => (
          <Bracket key={line.link.slugs.join()} line={line} lanes={lanes} />
        ))}
      </div>
      <ol className="contents">
        {group.incidents.map((incident, row) => (
          <li
            key={incident.slug}
            className="min-h-16 border-rule border-b py-2 pl-3"
            style={{ gridColumn: lanes + 1, gridRow: `${2 * row + 1} / span 2` }}
          >
            <span className="flex items-baseline justify-between gap-4">
              <a href={links.incident(incident.slug)} className="font-semibold">
                {incident.target}
              </a>
              <IncidentLoss of={incident} />
            </span>
            <span className="block text-sm">
              <time dateTime={incident.occurredOn}>{dateInShort(incident.occurredOn)}</time>
              <Since earlier={group.incidents[row - 1]} incident={incident} />
            </span>
            <span className="block text-muted text-sm">
              {group.links
                .filter((link) => link.slugs.includes(incident.slug))
                .map((link, index) => {
                  const others = link.slugs.filter((slug) => slug !== incident.slug);
                  const count = link.addresses.length;
                  const noun = count === 1 ? "address" : "addresses";
                  const names = listed.format(others.map((slug) => targets.get(slug) ?? slug));
                  return `${count} ${noun} ${index === 0 ? "shared " : ""}with ${names}`;
                })
                .join("; ")}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** How long after the one before; nothing where either day is not known. */
function Since({ earlier, incident }: { earlier: IncidentRow | undefined; incident: IncidentRow }) {
  if (earlier === undefined) return null;
  if (precisionOf(earlier.occurredOn) !== "day" || precisionOf(incident.occurredOn) !== "day") {
    return null;
  }
  const days = daysAfter(earlier.occurredOn, incident.occurredOn);
  const text =
    days === 0
      ? "the same day"
      : days === 1
        ? "the day after"
        : `${days.toLocaleString("en-GB")} days later`;
  return <span className="text-muted"> · {text}</span>;
}

/** A line from the middle of the first incident's row to that of the last, a dot for each that it links. */
function Bracket({ line: { link, lane, rows }, lanes }: { line: LinkLine; lanes: number }) {
  const first = rows[0] ?? 0;
  const second = rows[1] ?? first;
  const column = lanes - lane;
  return (
    <>
      {rows.map((row) => (
        <span
          key={`to ${row}`}
          className="ml-3.5 h-px self-center bg-[var(--bar-part)]"
          style={{ gridColumn: `${column} / ${lanes + 1}`, gridRow: `${2 * row + 1} / span 2` }}
        />
      ))}
      <span
        className="w-0.5 justify-self-center bg-accent"
        style={{
          gridColumn: column,
          gridRow: `${2 * first + 2} / ${2 * (rows.at(-1) ?? first) + 2}`,
        }}
      />
      {rows.map((row) => (
        <span
          key={`at ${row}`}
          className="h-2.5 w-2.5 self-center justify-self-center rounded-full bg-accent"
          style={{ gridColumn: column, gridRow: `${2 * row + 1} / span 2` }}
        />
      ))}
      <span
        className="self-center justify-self-center bg-paper px-0.5 font-semibold text-accent text-sm leading-5"
        style={{ gridColumn: column, gridRow: `${2 * first + 2} / ${2 * second + 2}` }}
      >
        {link.addresses.length}
      </span>
    </>
  );
}
