import { Fact, FactList } from "@/components/ui/fact-list";
import type { Incident } from "@/lib/record/incidents/incident";
import type { Links } from "@/lib/site/urls/links";
import { PARAMETERS } from "@/lib/statistics/rules/parameters";
import { dateText, precisionOf } from "@/lib/values/dates/day";
import { daysOf } from "@/lib/values/dates/partial-date";
import { chainLabel, techniqueLabel, termLabel } from "@/lib/values/taxonomy/taxonomy";

const UNKNOWN_PART = { day: null, month: "day not known", year: "month and day not known" };

/** What an incident is called, and when, to whom and how it happened; each leads to what is alike. */
export function IncidentHeadline({
  incident,
  links,
}: {
  /** With the slug of its target's page; null where the target has no record. */
  incident: Incident & { targetPage: string | null };
  links: Links;
}) {
  const { target, targetPage, targetKind, category, technique, chains, occurredOn } = incident;
  const unknownPart = UNKNOWN_PART[precisionOf(occurredOn)];
  // Composing its letters can make a name longer than an address takes.
  const targetName = PARAMETERS["target-name"].schema.safeParse(target);
  return (
    <header>
      <h1 className="max-w-4xl font-semibold text-4xl tracking-tight [overflow-wrap:anywhere] sm:text-5xl">
        {incident.name}
      </h1>
      <div className="mt-5">
        <FactList>
          <Fact label="Date">
            <a href={links.incidents(daysOf(occurredOn), { sort: "oldest" })}>
              <time dateTime={occurredOn}>{dateText(occurredOn)}</time>
            </a>
            {unknownPart !== null && <span className="text-muted"> ({unknownPart})</span>}
          </Fact>
          <Fact label="Target">
            {targetPage !== null ? (
              <a href={links.target(targetPage)}>{target}</a>
            ) : targetName.success ? (
              <a href={links.incidents({ "target-name": targetName.data })}>{target}</a>
            ) : (
              target
            )}
            <span className="text-muted">
              {" "}
              (<a href={links.incidents({ target: targetKind })}>{termLabel(targetKind)}</a>)
            </span>
          </Fact>
          <Fact label="Category">
            <a href={links.incidents({ category })}>{termLabel(category)}</a>
          </Fact>
          <Fact label="Technique">
            <a href={links.incidents({ technique })}>{techniqueLabel(technique)}</a>
          </Fact>
          <Fact label={chains.length === 1 ? "Chain" : "Chains"} wide>
            {chains.length === 0 && <span className="text-muted">not on record</span>}
            {chains.map((chain, index) => (
              <span key={chain}>
                {index > 0 && ", "}
                <a href={links.incidents({ chain })}>{chainLabel(chain)}</a>
              </span>
            ))}
          </Fact>
        </FactList>
      </div>
    </header>
  );
}
