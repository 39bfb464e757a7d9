import { ActorName } from "@/components/actors/actor-name";
import type { PublishedFigureRow } from "@/lib/record/figures/published-figure";
import type { Links } from "@/lib/site/urls/links";
import { periodAround, spanText } from "@/lib/statistics/figures/figure-span";
import { FIGURE_SCOPES } from "@/lib/statistics/rules/parameters";
import type { Day } from "@/lib/values/dates/day";

/** What a published figure is over, in the list's words. */
export function scopeLabel({ category }: Pick<PublishedFigureRow, "category">): string {
  return FIGURE_SCOPES[category ?? "everything"];
}

interface FigureScopeProps {
  figure: PublishedFigureRow;
  /** The day that counts as today. */
  asOf: Day;
  links: Links;
}

interface NamedScopeProps extends FigureScopeProps {
  /** Whether the actor that it is about is said. */
  isActorNamed: boolean;
}

/** What a published figure says it is about: its days, leading to the page of their period, its category, its actor. */
export function FigureScope({ figure, isActorNamed, asOf, links }: NamedScopeProps) {
  const { actor } = figure;
  return (
    <>
      <FigureDays figure={figure} asOf={asOf} links={links} /> · {scopeLabel(figure)}
      {actor !== null && isActorNamed && (
        <>
          {" · attributed to "}
          <ActorName actor={actor} href={links.actor(actor.slug)} />
        </>
      )}
    </>
  );
}

/** A figure's days, leading to the page of the period that holds them; those of several years are on no such page. */
export function FigureDays({ figure, asOf, links }: FigureScopeProps) {
  const period = periodAround(figure);
  const text = <FigureSpan figure={figure} />;
  if (period === null) return text;
  // A period that has begun after that day is not covered yet, and says so without a day in its URL.
  const href =
    period.from <= asOf ? links.periodSoFar(period, asOf) : `${links.periods}/${period.key}`;
  return <a href={href}>{text}</a>;
}

function FigureSpan({ figure }: { figure: PublishedFigureRow }) {
  return <span title={`${figure.from} to ${figure.to}`}>{spanText(figure)}</span>;
}
