import { ChartImage } from "@/components/charts/chart-image";
import type { Links } from "@/lib/site/urls/links";
import { type NumberRule, numberOfChart } from "@/lib/statistics/changes/number-rule";
import { groupingNoun } from "@/lib/statistics/charts/grouped/groups";
import { knownOf } from "@/lib/statistics/distributions/distribution";
import {
  countedText,
  daysSentence,
  fewText,
  largestSentence,
  recoveryCaution,
  recoverySentence,
  sizeSentence,
  spreadSentence,
  thresholdSentence,
} from "@/lib/statistics/distributions/statistic-sentences";
import type { Statistics } from "@/lib/statistics/distributions/statistics";
import {
  type StatisticName,
  type StatisticsView,
  statisticChart,
} from "@/lib/statistics/distributions/statistics-view";
import { isNumber } from "@/lib/statistics/numbers/number-view";
import { DIMENSIONS, type Dimension } from "@/lib/statistics/rules/parameters";
import { formatThreshold } from "@/lib/values/money/usd";
import { Statistic } from "./statistic";

interface SectionProps {
  view: StatisticsView;
  found: Statistics;
  /** Days, filters and whose dollars, as sentences name them. */
  scope: string;
  links: Links;
}

/** Every statistic of the page, one below the other. */
export function StatisticSections(props: SectionProps) {
  return (
    <>
      <QuartilesSection {...props} />
      <SizesSection {...props} />
      <ThresholdsSection {...props} />
      <LargestSection {...props} />
      <ReturnedSection {...props} />
      <DaysSection {...props} />
    </>
  );
}

function dollarsOf({ dollars }: StatisticsView): string {
  return dollars === undefined ? "US dollars at the time of theft" : `US dollars of ${dollars}`;
}

/** Which incidents count, what of them, and of how many that is known. */
function ruleOf({ found, view }: SectionProps): string {
  return `${found.ruleText}, ${dollarsOf(view)}; ${countedText(found.charts.quantiles.rows.spreads.total)}.`;
}

const fewOf = ({ found }: SectionProps) =>
  fewText(knownOf(found.charts.quantiles.rows.spreads.total));

const grossOf = ({ found }: SectionProps) => numberOfChart(found.charts.concentration.view);

/** The chart of it by years and by each dimension. */
function drawnBy({ links, view }: SectionProps, chart: StatisticName) {
  return [null, ...(Object.keys(DIMENSIONS) as Dimension[])]
    .filter((by) => by !== "actor" || view.filters.actor !== "none")
    .map((by) => ({
      href: links.chart(statisticChart(view, chart, by)),
      label: `By ${groupingNoun(by)}`,
    }));
}

function incidentsOf(props: SectionProps) {
  return {
    href: props.links.incidents(grossOf(props).filters, { sort: "largest" }),
    label: "The incidents",
  };
}

/** The way to all about a number; none where its page cannot hold it: in a year's dollars, or of what a search finds. */
function about({ links, view }: SectionProps, label: string, rule: NumberRule) {
  return view.dollars === undefined && isNumber(view.filters)
    ? [{ href: links.number(rule), label }]
    : [];
}

function QuartilesSection(props: SectionProps) {
  const { found, scope } = props;
  const { quantiles } = found.charts;
  return (
    <Statistic
      id="median"
      title="Median and quartiles"
      sentence={spreadSentence(quantiles.rows.spreads.total, scope)}
      cautions={[fewOf(props)]}
      rule={`Rule: ${ruleOf(props)} A quantile that falls between two losses is halfway between them.`}
      ways={[...drawnBy(props, "quantiles"), incidentsOf(props)]}
    >
      <ChartImage model={quantiles.model} id="quantiles" />
    </Statistic>
  );
}

function SizesSection(props: SectionProps) {
  const { found, links, scope } = props;
  const { quantiles, sizes } = found.charts;
  return (
    <Statistic
      id="size"
      title="How large losses are"
      sentence={sizeSentence(quantiles.rows.spreads.total, sizes.rows.sizes, scope)}
      cautions={[fewOf(props)]}
      rule={`Rule: ${ruleOf(props)}`}
      ways={[
        { href: links.chart(sizes.view), label: "This chart and its files" },
        incidentsOf(props),
      ]}
    >
      <ChartImage model={sizes.model} id="sizes" />
    </Statistic>
  );
}

function ThresholdsSection(props: SectionProps) {
  const { found, scope, view } = props;
  const { concentration, thresholds } = found.charts;
  const gross = grossOf(props);
  return (
    <Statistic
      id="above"
      title="Above thresholds"
      sentence={thresholdSentence(
        concentration.rows.spreads.total,
        thresholds.rows.thresholds,
        scope,
      )}
      cautions={[fewOf(props)]}
      rule={`Rule: ${ruleOf(props)}`}
      ways={[
        { href: props.links.chart(thresholds.view), label: "This chart and its files" },
        ...thresholds.rows.thresholds
          .filter(({ incidents: reaching }) => reaching > 0 && view.estimate === "best")
          .flatMap(({ least }) =>
            about(props, `About ${formatThreshold(least)} and more`, {
              ...gross,
              filters: { ...gross.filters, least: Math.max(least, gross.filters.least ?? 0) },
            }),
          ),
      ]}
    >
      <ChartImage model={thresholds.model} id="thresholds" />
    </Statistic>
  );
}

function LargestSection(props: SectionProps) {
  const { found, scope } = props;
  const { concentration } = found.charts;
  const count = concentration.view.top;
  return (
    <Statistic
      id="largest"
      title="With and without the largest"
      sentence={largestSentence(concentration.rows.spreads.total, count, scope)}
      cautions={[fewOf(props)]}
      rule={`Rule: ${ruleOf(props)} Of the largest ${count}: the chart takes any number from 3 to 50.`}
      ways={[
        ...drawnBy(props, "concentration"),
        ...about(props, "About the total", grossOf(props)),
        incidentsOf(props),
      ]}
    >
      <ChartImage model={concentration.model} id="concentration" />
    </Statistic>
  );
}

function ReturnedSection(props: SectionProps) {
  const { found, links, scope } = props;
  const { recovery } = found.charts;
  const back = recovery.rows.recoveries.total;
  const number = numberOfChart(recovery.view);
  return (
    <Statistic
      id="returned"
      title="What came back"
      sentence={recoverySentence(back, scope)}
      cautions={[back.known > 0 ? recoveryCaution(back) : null, fewText(back.known)]}
      rule={`Rule: returned divided by lost, gross, best estimates, ${dollarsOf(props.view)}. Denominators: the losses of the ${back.known.toLocaleString("en-GB")} incidents of which both are known; and all losses that are known, where what is not known to have come back counts as nothing.`}
      ways={[
        ...drawnBy(props, "recovery"),
        ...about(props, "About what was returned", number),
        {
          href: links.incidents({ ...number.filters, returned: "some" }),
          label: "Incidents of which something came back",
        },
      ]}
    >
      <ChartImage model={recovery.model} id="recovery" />
    </Statistic>
  );
}

function DaysSection(props: SectionProps) {
  const { found, scope } = props;
  const { dated } = found;
  return (
    <Statistic
      id="days"
      title="Days until something came back"
      sentence={daysSentence(dated, scope)}
      rule={`Rule: incidents of which more than nothing is known to have come back; n = ${dated.returned.toLocaleString("en-GB")}.`}
      ways={[]}
    />
  );
}
