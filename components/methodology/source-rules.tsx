import { Prose } from "@/components/methodology/prose";
import type { Links } from "@/lib/site/urls/links";
import { SOURCE_KIND_TERMS } from "@/lib/values/sources/source-kind";
import { SOURCINGS } from "@/lib/values/sources/sourcing";

/** What kinds of sources there are, and which incidents rest on little. */
export function SourceRules({ links }: { links: Links }) {
  return (
    <Prose>
      <p>
        Each incident names its sources. A source’s kind says whose words it gives; it is not known
        where nobody has looked, as behind most snapshots on archives.
      </p>
      <dl>
        {Object.values(SOURCE_KIND_TERMS).map(({ label, definition }) => (
          <div key={label} className="mt-1">
            <dt className="inline">{label}</dt>
            <dd className="inline">: {definition}</dd>
          </div>
        ))}
      </dl>
      <p>Two marks say that an incident rests on little:</p>
      <dl>
        {SOURCINGS.map(({ value, label, definition }) => (
          <div key={value} className="mt-1">
            <dt className="inline">
              <a href={links.incidents({ sources: value })}>{label}</a>
            </dt>
            <dd className="inline">: {definition}</dd>
          </div>
        ))}
      </dl>
      <p>
        Whoever put a figure on a loss, on what came back, or a date on the theft is named beside
        it, with the day and the source of the statement. The one that the record follows is marked
        “followed here”; no author is named where the sources name none.
      </p>
    </Prose>
  );
}
