import { TakeAway } from "@/components/publish/take-away";
import type { Links } from "@/lib/site/urls/links";
import type { NumberRule } from "@/lib/statistics/changes/number-rule";
import type { ChartView } from "@/lib/statistics/charts/chart-view";
import type { Day } from "@/lib/values/dates/day";

interface NumberTakeAwayProps {
  rule: NumberRule;
  title: string;
  version: { number: number; publishedOn: Day };
  /** The columns that add up to the number; null where charts do not know its rule. */
  chart: ChartView | null;
  links: Links;
  /** The same links, pinned to the version. */
  permanent: Links;
}

/** A number to be cited and taken away: its permanent link, chart, data and citations. */
export function NumberTakeAway(props: NumberTakeAwayProps) {
  const { rule, title, version, chart, links, permanent } = props;
  return (
    <TakeAway
      what="number"
      title={title}
      version={version}
      path={permanent.number(rule)}
      fileOf={(format) => permanent.numberFile(rule, format)}
    >
      {chart !== null && (
        <a href={links.chart(chart)} className="py-1">
          Chart this number
        </a>
      )}
    </TakeAway>
  );
}
