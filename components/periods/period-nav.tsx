import type { Links } from "@/lib/site/urls/links";
import {
  neighboursOf,
  type PeriodView,
  periodInShort,
  wholesOf,
} from "@/lib/statistics/periods/period";
import type { Day } from "@/lib/values/dates/day";

interface PeriodNavProps {
  view: PeriodView;
  /** The day that counts as today: nothing later is linked to. */
  asOf: Day;
  links: Links;
}

/** The way to the periods beside this one and to those that it is a part of. */
export function PeriodNav({ view, asOf, links }: PeriodNavProps) {
  const { previous, next } = neighboursOf(view.period, asOf);
  const item = "inline-block min-h-6 px-1.5 py-1";
  return (
    <nav
      aria-label="Other periods"
      className="-mx-1.5 flex flex-wrap items-baseline justify-between gap-x-6 text-sm"
    >
      <span>
        {previous !== null && (
          <a rel="prev" href={links.periodSoFar(previous, asOf)} className={item}>
            ← {periodInShort(previous)}
          </a>
        )}
      </span>
      <span className="order-last w-full text-muted sm:order-none sm:w-auto">
        {wholesOf(view.period).map((whole) => (
          <a key={whole.key} href={links.periodSoFar(whole, asOf)} className={item}>
            {periodInShort(whole)}
          </a>
        ))}
        <a href={links.periods} className={item}>
          All periods
        </a>
      </span>
      <span>
        {next !== null && (
          <a rel="next" href={links.periodSoFar(next, asOf)} className={item}>
            {periodInShort(next)} →
          </a>
        )}
      </span>
    </nav>
  );
}
