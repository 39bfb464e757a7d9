import { ActorName } from "@/components/actors/actor-name";
import { HostLink } from "@/components/sources/host-link";
import { Fact, FactList } from "@/components/ui/fact-list";
import type { Actor, ActorNode } from "@/lib/record/actors/actor";
import { countryName } from "@/lib/record/actors/country";
import { legalStatusText } from "@/lib/record/actors/legal-status";
import type { Links } from "@/lib/site/urls/links";
import { dateText, precisionOf } from "@/lib/values/dates/day";
import type { Confidence } from "@/lib/values/taxonomy/taxonomy";

const KINDS: Record<Actor["kind"], string> = {
  state: "State or part of one",
  group: "Group",
  individual: "Individual",
  unknown: "Not known",
};

interface ActorHeadlineProps {
  actor: Actor;
  /** What it is part of, the outermost first. */
  wholes: readonly ActorNode[];
  /** What is directly part of it. */
  parts: readonly ActorNode[];
  confidence: Confidence;
  links: Links;
}

/** Where a person's status can be read, and of which day that is. */
function StatusSource({ actor: { statusOn, statusSource } }: { actor: Actor }) {
  // A month or a year is in the status already, or says no more than the case does.
  const day = statusOn !== null && precisionOf(statusOn) === "day" ? statusOn : null;
  if (day === null && statusSource === null) return null;
  return (
    <span className="block text-muted text-sm">
      {day !== null && <time dateTime={day}>{dateText(day)}</time>}
      {day !== null && statusSource !== null && " · "}
      {statusSource !== null && <HostLink href={statusSource} label="Source of the legal status" />}
    </span>
  );
}

/** What an actor is called and how it stands to others. */
export function ActorHeadline({ actor, wholes, parts, confidence, links }: ActorHeadlineProps) {
  const names = (actors: readonly ActorNode[]) =>
    actors.map((other, index) => (
      <span key={other.slug}>
        {index > 0 && ", "}
        <ActorName actor={other} href={links.actor(other.slug, confidence)} />
      </span>
    ));
  const status = legalStatusText(actor);
  return (
    <header>
      <h1 className="max-w-4xl font-semibold text-4xl tracking-tight [overflow-wrap:anywhere] sm:text-5xl">
        {actor.name}
      </h1>
      <div className="mt-5">
        <FactList>
          <Fact label="Kind">{KINDS[actor.kind]}</Fact>
          {status !== null && (
            <Fact label="Legal status">
              <span className="block font-semibold first-letter:uppercase">{status}</span>
              {actor.kind === "group" && (
                <span className="block text-muted text-sm">
                  Every statement that names it rests on a charge; its outcome is told of persons
                </span>
              )}
              <StatusSource actor={actor} />
            </Fact>
          )}
          <Fact label="Country">
            {actor.country === null ? "Not known" : countryName(actor.country)}
          </Fact>
          {wholes.length > 0 && <Fact label="Part of">{names([...wholes].reverse())}</Fact>}
          {parts.length > 0 && (
            <Fact label="Has parts" wide>
              {names(parts)}
            </Fact>
          )}
          {actor.aliases.length > 0 && (
            <Fact label="Also known as" wide>
              {actor.aliases.join(", ")}
            </Fact>
          )}
        </FactList>
      </div>
    </header>
  );
}
