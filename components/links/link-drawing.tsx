import type { Links } from "@/lib/site/urls/links";
import type { IncidentRow } from "@/lib/statistics/incident-list/incident-row";
import { type DrawnLink, layOutGroup } from "@/lib/statistics/shared-addresses/link-drawing";
import type { LinkGroup } from "@/lib/statistics/shared-addresses/link-group";
import { linkText, type Names } from "@/lib/statistics/shared-addresses/link-text";
import { dateInShort } from "@/lib/values/dates/day";
import { lossText } from "@/lib/values/money/loss-text";

interface LinkDrawingProps {
  group: LinkGroup;
  incidents: readonly IncidentRow[];
  names: Names;
  links: Links;
  /** The incident whose page it stands on. */
  here?: string;
}

/** Where the line of a link of a group is told in full. */
export const linkAnchor = (place: number) => `link-${place + 1}`;

/**
 * A group drawn: its incidents downwards in the order of their days, and a line for those that hold the same addresses,
 * as thick as there are many, dashed where they are only a victim's.
 */
export function LinkDrawing({ group, incidents, names, links, here }: LinkDrawingProps) {
  const drawing = layOutGroup(group);
  const bySlug = new Map(incidents.map((incident) => [incident.slug, incident]));
  const page = here === undefined ? "" : links.linkGroup(group.slug);
  const short = (text: string, letters: number) =>
    text.length <= letters ? text : `${text.slice(0, letters - 1)}…`;
  return (
    <figure className="max-w-full">
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing with links in it is no fieldset */}
      <svg
        role="group"
        aria-label={`Drawing of ${group.slugs.length} thefts and the addresses that they share. The list beside it says the same.`}
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
        width={drawing.width}
        height={drawing.height}
        className="h-auto max-w-full font-sans"
      >
        {drawing.links.map((link) => (
          <Line key={link.place} link={link} textX={drawing.textX} />
        ))}
        {drawing.links.map(({ link, place, x, count }) => (
          <a
            key={place}
            className="no-underline"
            href={`${page}#${linkAnchor(place)}`}
            aria-label={`${link.addresses.length === 1 ? "One address" : `${link.addresses.length} addresses`} shared by ${linkText(link, names)}`}
          >
            <rect x={x - 13} y={count.y - 12} width={26} height={24} fill="transparent" />
            <circle cx={x} cy={count.y} r={10} fill="var(--paper)" stroke="var(--accent)" />
            <text
              x={x}
              y={count.y + 4.5}
              textAnchor="middle"
              fontSize={13}
              fontWeight={600}
              fill="var(--accent)"
            >
              {link.addresses.length}
            </text>
          </a>
        ))}
        {drawing.incidents.map(({ slug, y }) => {
          const incident = bySlug.get(slug);
          if (incident === undefined) return null;
          const isHere = slug === here;
          return (
            <a
              key={slug}
              href={links.incident(slug)}
              className="no-underline"
              aria-current={isHere ? "page" : undefined}
            >
              <title>{incident.name}</title>
              <rect
                x={drawing.textX - 4}
                y={y - 18}
                width={drawing.width - drawing.textX + 4}
                height={44}
                fill={isHere ? "var(--mark)" : "transparent"}
              />
              <text
                x={drawing.textX}
                y={y}
                fontSize={16}
                fontWeight={600}
                fill="var(--ink)"
                textDecoration="underline"
              >
                {short(names.get(slug) ?? slug, drawing.letters)}
              </text>
              <text x={drawing.textX} y={y + 18} fontSize={13.5} fill="var(--muted)">
                {dateInShort(incident.occurredOn)} · {lossText(incident)}
              </text>
            </a>
          );
        })}
      </svg>
      {drawing.leftOut > 0 && (
        <figcaption className="text-muted text-sm">
          The earliest {drawing.incidents.length} are drawn; {drawing.leftOut} later ones are only
          listed.
        </figcaption>
      )}
    </figure>
  );
}

function Line({
  link: { x, from, to, stops, thickness, strength },
  textX,
}: {
  link: DrawnLink;
  textX: number;
}) {
  return (
    <g>
      {stops.map((y) => (
        <line
          key={`to ${y}`}
          x1={x}
          x2={textX - 8}
          y1={y}
          y2={y}
          stroke="var(--bar-part)"
          strokeWidth={1}
        />
      ))}
      <line
        x1={x}
        x2={x}
        y1={from}
        y2={to}
        stroke="var(--accent)"
        strokeWidth={thickness}
        strokeDasharray={strength === "victim" ? "4 4" : undefined}
        strokeOpacity={strength === "attacker" ? 1 : 0.65}
      />
      {stops.map((y) => (
        <circle key={y} cx={x} cy={y} r={5} fill="var(--accent)" />
      ))}
    </g>
  );
}
