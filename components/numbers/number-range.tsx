import { LabelledNumber, NumberList } from "@/components/ui/number-list";
import type { Links } from "@/lib/site/urls/links";
import { exactText, numberText } from "@/lib/statistics/changes/amount-text";
import type { NumberRule } from "@/lib/statistics/changes/number-rule";
import { knownAmountOf, type RecordNumber } from "@/lib/statistics/numbers/number";
import type { Estimate } from "@/lib/statistics/rules/parameters";
import { COMPARABLE_FROM } from "@/lib/statistics/rules/views";
import { COMPARABLE_LABEL, COMPARABLE_WHY } from "@/lib/statistics/totals/comparable";
import type { Measured } from "@/lib/statistics/totals/measured";

/** How far a number may be off, and what it is made of: each part leads to its incidents or to its own page. */
export function NumberRange({ number, links }: { number: RecordNumber; links: Links }) {
  const { rule, range, comparable, unplaced, incidents, unknownSize } = number;
  const { filters, measure } = rule;
  const isCount = measure === "count";
  return (
    <NumberList>
      {range !== null &&
        (["low", "best", "high"] as const).map((estimate) => (
          <EstimateNumber
            key={estimate}
            estimate={estimate}
            of={range[estimate]}
            rule={rule}
            links={links}
          />
        ))}
      <LabelledNumber label="Incidents" detail="Of all sizes, known or not">
        <a href={links.incidents(filters, { sort: "largest" })}>
          {incidents.toLocaleString("en-GB")}
        </a>
      </LabelledNumber>
      {(filters.least ?? 0) < COMPARABLE_FROM && filters.loss !== "unknown" && (
        <LabelledNumber
          label={COMPARABLE_LABEL}
          detail={
            <>
              {!isCount && comparable.incidents > 0 && (
                <>
                  <a href={links.number(comparable.rule)}>
                    {numberText(measure, comparable.amount)}
                  </a>{" "}
                  of the number.{" "}
                </>
              )}
              <span title={COMPARABLE_WHY}>Compare better from period to period</span>
            </>
          }
        >
          <a href={links.incidents(comparable.rule.filters, { sort: "largest" })}>
            {comparable.incidents.toLocaleString("en-GB")}
          </a>
        </LabelledNumber>
      )}
      {!isCount && (
        <LabelledNumber
          label={measure === "returned" ? "Return not known" : "Of unknown size"}
          detail={
            unknownSize === 0 ? "Every incident has an amount" : "Counted as incidents, in no sum"
          }
        >
          {unknownSize === 0 ? (
            "None"
          ) : measure === "gross" && rule.estimate === "best" ? (
            <a href={links.incidents({ ...filters, loss: "unknown" })}>
              {unknownSize.toLocaleString("en-GB")}
            </a>
          ) : (
            unknownSize.toLocaleString("en-GB")
          )}
        </LabelledNumber>
      )}
      <LabelledNumber
        label="Not placed"
        detail={
          unplaced.incidents === 0
            ? "Each is known well enough to be in these days or not"
            : "Perhaps in these days, perhaps not: in no sum"
        }
      >
        {unplaced.incidents === 0 ? (
          "None"
        ) : (
          <a href={links.incidents({ ...filters, date: "unplaced" })}>
            {unplaced.incidents.toLocaleString("en-GB")}
          </a>
        )}
      </LabelledNumber>
    </NumberList>
  );
}

const LABELS: Record<Estimate, string> = {
  low: "By low estimates",
  best: "By best estimates",
  high: "By high estimates",
};

const DETAILS: Record<Estimate, string> = {
  low: "The smallest that sources give of each; the best where there is no range",
  best: "The one preferred of each; none where only a bound is known",
  high: "The largest that sources give of each; the best where there is no range",
};

function EstimateNumber({
  estimate,
  of,
  rule,
  links,
}: {
  estimate: Estimate;
  of: Measured;
  rule: NumberRule;
  links: Links;
}) {
  const { measure } = rule;
  const known = knownAmountOf(of);
  const isShown = estimate === rule.estimate;
  const text = known === null ? "not known" : numberText(measure, known);
  return (
    <LabelledNumber
      label={LABELS[estimate]}
      detail={isShown ? "This page’s number" : DETAILS[estimate]}
    >
      {isShown ? (
        <span title={known === null ? undefined : exactText(measure, known)}>{text}</span>
      ) : (
        <a
          href={links.number({ ...rule, estimate })}
          title={known === null ? undefined : exactText(measure, known)}
        >
          {text}
        </a>
      )}
    </LabelledNumber>
  );
}
