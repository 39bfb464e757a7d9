import { ExternalLink } from "@/components/sources/external-link";
import type { RetractedPublishedFigure } from "@/lib/record/figures/published-figure";
import { dateInShort } from "@/lib/values/dates/day";
import { formatUsd } from "@/lib/values/money/usd";

/** Others' totals that are held against the record no longer, each with the reason; nothing where there are none. */
export function RetractedFigures({ figures }: { figures: readonly RetractedPublishedFigure[] }) {
  if (figures.length === 0) return null;
  return (
    <div role="note" className="mt-4 border-negative border-l-4 bg-panel px-4 py-3">
      <p className="font-semibold">Retracted, no longer compared</p>
      <ul>
        {figures.map(({ publisher, title, source, from, to, amountUsd, retraction }) => (
          <li key={`${title} ${source}`} className="mt-1 [overflow-wrap:anywhere]">
            <ExternalLink href={source}>{publisher}</ExternalLink>, {title},{" "}
            <span className="text-sm">
              <time dateTime={from}>{dateInShort(from)}</time>
              {to !== from && (
                <>
                  {" – "}
                  <time dateTime={to}>{dateInShort(to)}</time>
                </>
              )}
            </span>
            , <s className="whitespace-nowrap text-muted">{formatUsd(amountUsd)}</s>
            <span className="block whitespace-pre-line">{retraction}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
