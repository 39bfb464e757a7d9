import { ActorName } from "@/components/actors/actor-name";
import { HostLink } from "@/components/sources/host-link";
import type { NamedActor } from "@/lib/record/actors/legal-status";
import { groundText, togetherNamed } from "@/lib/record/attributions/attribution-sentence";
import type { Attribution } from "@/lib/record/incidents/incident";
import type { Links } from "@/lib/site/urls/links";
import { CONFIDENCES } from "@/lib/values/taxonomy/taxonomy";

interface AttributionListProps {
  attributions: readonly Attribution[];
  /** By slug. */
  actors: Readonly<Record<string, NamedActor>>;
  links: Links;
}

/** Who says whose work it was, and on which ground: each line is somebody's statement, never the record's own. */
export function AttributionList({ attributions, actors, links }: AttributionListProps) {
  const used = CONFIDENCES.filter(({ value }) =>
    attributions.some((attribution) => attribution.confidence === value),
  );
  return (
    <>
      <ul className="border-rule border-t">
        {togetherNamed(attributions).map((together) => (
          <Statement
            key={JSON.stringify(together)}
            together={together}
            actors={actors}
            links={links}
          />
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

interface StatementProps extends Pick<AttributionListProps, "actors" | "links"> {
  /** What one statement says of each actor that it names. */
  together: readonly Attribution[];
}

function Statement({ together, actors, links }: StatementProps) {
  const [first] = together;
  if (first === undefined) return null;
  const { by, confidence, source } = first;
  return (
    <li className="border-rule border-b py-2 [overflow-wrap:anywhere]">
      {together.map(({ actor }, index) => {
        const named = actors[actor];
        return (
          <span key={actor}>
            {index > 0 && (index === together.length - 1 ? " and " : ", ")}
            {named === undefined ? (
              actor
            ) : (
              <ActorName actor={named} href={links.actor(actor)} className="font-semibold" />
            )}
          </span>
        );
      })}
      : {groundText(first, together.length > 1)}
      {"\u00a0· "}
      <em>{confidence}</em>{" "}
      <span className="text-muted text-sm">
        (
        <HostLink href={source} label={`Source of the attribution by ${by}`} />)
      </span>
    </li>
  );
}
