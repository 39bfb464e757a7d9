import { scopeLabel } from "@/components/figures/figure-scope";
import { HostLink } from "@/components/sources/host-link";
import type { Vintage } from "@/lib/record/publishers/publisher";
import { vintagePeriodText } from "@/lib/statistics/reconciliation/vintages";
import { dateInShort } from "@/lib/values/dates/day";
import { formatUsd } from "@/lib/values/money/usd";

/** Sums that a publisher restated, each as the steps from the first to the last. */
export function VintageList({ vintages }: { vintages: readonly Vintage[] }) {
  return (
    <ul className="max-w-4xl">
      {vintages.map((vintage) => (
        <li
          key={JSON.stringify([vintage.period, vintage.category, vintage.actor])}
          className="border-rule border-t py-3"
        >
          <p>{vintageSentence(vintage)}</p>
          <ol className="mt-2 flex flex-wrap items-end gap-x-6 gap-y-2 text-sm">
            {vintage.amounts.map(({ amountUsd, publishedOn, source }, place) => (
              <li key={`${amountUsd} ${source}`} className="flex items-end gap-x-6">
                {place > 0 && <span aria-hidden="true">→</span>}
                <span>
                  <span className="block font-semibold text-lg tabular-nums">
                    {formatUsd(amountUsd)}
                  </span>
                  <span className="text-muted">
                    {publishedOn === null ? "day not known" : dateInShort(publishedOn)},{" "}
                    <HostLink href={source} label={`Source of ${formatUsd(amountUsd)}`} />
                  </span>
                </span>
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ul>
  );
}

function vintageSentence({ publisher, period, category, actor, amounts }: Vintage): string {
  const [first, last] = [amounts[0], amounts.at(-1)];
  const moved = (last?.amountUsd ?? 0) > (first?.amountUsd ?? 0) ? "rose" : "fell";
  const of = category === null ? "" : `, ${scopeLabel({ category })}`;
  const whom = actor === null ? "" : `, attributed to ${actor.replaceAll("-", " ")}`;
  return `${publisher}, ${vintagePeriodText(period)}${of}${whom}: ${moved} from ${formatUsd(first?.amountUsd ?? null)} to ${formatUsd(last?.amountUsd ?? null)}.`;
}
