import { ExternalLink, hostOf } from "@/components/sources/external-link";
import type { Attribution } from "@/lib/record/incidents/incident";
import type { Links } from "@/lib/site/urls/links";
import { whenText } from "@/lib/values/dates/partial-date";
import { CONFIDENCES } from "@/lib/values/taxonomy/taxonomy";

interface AttributionListProps {
  attributions: readonly Attribution[];
  /** By slug. */
  actorNames: Record<string, string>;
  links: Links;
}

/** Who says whose work it was: each line is somebody's statement, never the record's own. */
export function AttributionList({ attributions, actorNames, links }: AttributionListProps) {
  const used = CONFIDENCES.filter(({ value }) =>
    attributions.some((attribution) => attribution.confidence === value),
  );
  return (
    <>
      <ul className="border-rule border-t">
        {attributions.map(({ actor, by, on, confidence, source }) => (
          <li
            key={`${actor} ${by} ${on} ${source}`}
            className="border-rule border-b py-2 [overflow-wrap:anywhere]"
          >
            Attributed to{" "}
            <a href={links.actor(actor)} className="font-semibold">
              {actorNames[actor] ?? actor}
            </a>{" "}
            by {by}
            {on === null ? (
              <span className="text-muted"> (undated)</span>
            ) : (
              <>
                , <time dateTime={on}>{whenText(on)}</time>
              </>
            )}
            : <em>{confidence}</em>{" "}
            <span className="text-muted text-sm">
              (
              <ExternalLink
                href={source}
                label={`Source of the attribution by ${by}: ${hostOf(source)}`}
              >
                {hostOf(source)}
              </ExternalLink>
              )
            </span>
          </li>
        ))}
      </ul>
      <dl className="mt-3 space-y-0.5 text-muted text-sm">
        {used.map(({ value, label, definition }) => (
          <div key={value}>
            <dt className="inline italic">{label}</dt>
            <dd className="inline">: {definition}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
