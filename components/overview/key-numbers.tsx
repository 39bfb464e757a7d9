import { SourcesDiffer } from "@/components/coverage/sources-differ";
import { CountedApart } from "@/components/totals/counted-apart";
import { LabelledNumber, NumberList } from "@/components/ui/number-list";
import { sourceDifference } from "@/lib/record/coverage/comparable";
import type { Coverage } from "@/lib/record/coverage/coverage";
import type { Links } from "@/lib/site/urls/links";
import type { Overview } from "@/lib/statistics/overview/overview";
import { FIRST_YEAR } from "@/lib/statistics/rules/parameters";
import { COMPARABLE_FROM, type OverviewView } from "@/lib/statistics/rules/views";
import { COMPARABLE_LABEL } from "@/lib/statistics/totals/comparable";
import { knownUsd } from "@/lib/statistics/totals/total-text";
import { dateInShort } from "@/lib/values/dates/day";
import { formatUsd, formatUsdExact } from "@/lib/values/money/usd";

/** The year's figures at a glance, each leading to the incidents behind it. */
export function KeyNumbers({
  overview,
  coverage,
  view,
  links,
}: {
  overview: Overview;
  /** Null where the version does not say how far editors had looked. */
  coverage: Coverage | null;
  view: OverviewView;
  links: Links;
}) {
  const { total, totalBefore, period, periodBefore, largest } = overview;
  const { comparable, comparableBefore } = overview;
  const differ = (
    <SourcesDiffer
      difference={coverage === null ? null : sourceDifference(coverage, period, periodBefore)}
      links={links}
    />
  );
  return (
    <NumberList>
      <LabelledNumber
        label="Total lost"
        detail={`${dateInShort(period.from)} – ${dateInShort(period.to)}, gross, best estimates`}
      >
        <a href={links.incidents(period)} title={formatUsdExact(knownUsd(total))}>
          {formatUsd(knownUsd(total))}
        </a>
      </LabelledNumber>
      <LabelledNumber
        label="Change"
        detail={
          <>
            against{" "}
            {view.year > FIRST_YEAR ? (
              <a href={links.overview({ ...view, year: view.year - 1, through: periodBefore.to })}>
                {formatUsd(knownUsd(totalBefore))}
              </a>
            ) : (
              formatUsd(knownUsd(totalBefore))
            )}{" "}
            through {dateInShort(periodBefore.to)} {differ}
          </>
        }
      >
        <Change now={knownUsd(total)} before={knownUsd(totalBefore)} />
      </LabelledNumber>
      <LabelledNumber
        label={COMPARABLE_LABEL}
        detail={
          <>
            against{" "}
            <a href={links.incidents({ ...periodBefore, least: COMPARABLE_FROM })}>
              {comparableBefore.incidents.toLocaleString("en-GB")}
            </a>{" "}
            through {dateInShort(periodBefore.to)} {differ}
            <br />
            <a href={links.incidents(period)}>{total.incidents.toLocaleString("en-GB")}</a> of any
            size, known or not
          </>
        }
      >
        <a href={links.incidents({ ...period, least: COMPARABLE_FROM })}>
          {comparable.incidents.toLocaleString("en-GB")}
        </a>
      </LabelledNumber>
      <CountedApart
        total={total}
        filters={period}
        returnedIn={`in ${total.returnedIncidents} of the incidents; not taken off the total`}
        links={links}
      />
      <LabelledNumber
        label="Largest"
        detail={
          largest === null ? (
            "No incident with a known loss"
          ) : (
            <a href={links.incident(largest.slug)}>
              {largest.name}, {dateInShort(largest.occurredOn)}
            </a>
          )
        }
      >
        {largest === null ? (
          "–"
        ) : (
          <a href={links.incident(largest.slug)}>{formatUsd(largest.lossUsd)}</a>
        )}
      </LabelledNumber>
    </NumberList>
  );
}

/** More or less than before, in per cent; a word where there is nothing to divide by. */
function Change({ now, before }: { now: number | null; before: number | null }) {
  if (now === null || before === null) return <>unknown</>;
  if (before === 0) return now === 0 ? <>None</> : <span className="text-2xl">from nothing</span>;
  const percent = ((now - before) / before) * 100;
  const rounded = Math.abs(percent) >= 10 ? Math.round(percent) : Math.round(percent * 10) / 10;
  if (rounded === 0) return <>±0%</>;
  return (
    <>
      {rounded > 0 ? "+" : "−"}
      {Math.abs(rounded).toLocaleString("en-GB")}%
    </>
  );
}
