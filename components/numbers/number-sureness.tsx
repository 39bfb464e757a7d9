import { CONFIDENCE_FILLS } from "@/components/actors/confidence-table";
import { BarTable } from "@/components/periods/bar-table";
import type { Links } from "@/lib/site/urls/links";
import { numberText } from "@/lib/statistics/changes/amount-text";
import {
  attributedLevels,
  type RecordNumber,
  type SurenessKey,
} from "@/lib/statistics/numbers/number";
import { AMOUNT_HEADINGS, numberBars } from "@/lib/statistics/numbers/number-bars";
import { isOne } from "@/lib/statistics/rules/picked";
import { rangeText } from "@/lib/statistics/totals/actor-levels";
import { incidentsText } from "@/lib/statistics/totals/incident-count";
import type { Confidence } from "@/lib/values/taxonomy/taxonomy";

const LABELS: Record<SurenessKey, string> = {
  confirmed: "Confirmed",
  likely: "Likely",
  suspected: "Suspected",
  nobody: "Not attributed",
};

/** A number by how surely somebody is named for its incidents; the rows add up to it. */
export function NumberSureness({ number, links }: { number: RecordNumber; links: Links }) {
  const { rule, bySureness, amount } = number;
  if (bySureness.every(({ incidents }) => incidents === 0))
    return (
      <p className="max-w-prose">
        {rule.filters.actor === "none"
          ? "The rule itself asks for incidents that are attributed to nobody."
          : rule.filters.actor !== undefined && !isOne(rule.filters.actor)
            ? "The rule names several actors, or leaves some out: how sure it is is said of one actor at a time."
            : "Nobody is named for any of these incidents."}
      </p>
    );
  const levels = attributedLevels(number);
  const range = rangeText(levels, (each) => numberText(rule.measure, each));
  return (
    <>
      {range !== null && (
        <p className="mb-3 max-w-prose">
          Attributed to somebody: <strong>{range}</strong>, of{" "}
          {incidentsText(levels.reduce((sum, level) => sum + level.incidents, 0))}.
        </p>
      )}
      <BarTable
        caption="The number by the surest statement about each incident"
        heading="At its surest"
        amounts={AMOUNT_HEADINGS[rule.measure]}
        bars={numberBars(
          bySureness,
          { rule, amount },
          (key) => LABELS[key],
          (filters) => links.incidents(filters, { sort: "largest" }),
        )}
        colourOf={(key) =>
          key === "nobody" ? "var(--bar-nobody)" : CONFIDENCE_FILLS[key as Confidence]
        }
      />
    </>
  );
}
