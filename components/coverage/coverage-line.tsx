import type { Links } from "@/lib/site/urls/links";
import { type Day, dateText } from "@/lib/values/dates/day";

/** How far editors have looked, where a number stops there. */
export function CoverageLine({ coveredThrough, links }: { coveredThrough: Day; links: Links }) {
  return (
    <p className="mb-4 max-w-prose text-muted">
      Covered through{" "}
      <time dateTime={coveredThrough} className="font-semibold text-ink">
        {dateText(coveredThrough)}
      </time>
      , the last day up to which editors have looked. Later days are not yet covered: nothing of
      them is counted. <a href={links.coverage}>What is covered</a>
    </p>
  );
}
