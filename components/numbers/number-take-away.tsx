import { CitePart } from "@/components/publish/cite-part";
import { PageSection } from "@/components/ui/page-section";
import { FORMATS } from "@/lib/site/exports/formats";
import type { Links } from "@/lib/site/urls/links";
import { printedUrl, publicBase } from "@/lib/site/urls/public-url";
import { NUMBER_FORMATS } from "@/lib/site/urls/routes/number-routes";
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
  const path = permanent.number(rule);
  return (
    <PageSection
      id="cite"
      title="Cite and take away"
      note={`All of it names version ${version.number} of the record, in which this number never changes.`}
    >
      <p className="flex flex-wrap gap-x-5 gap-y-2">
        <a href={path} className="py-1">
          Permanent link
        </a>
        {chart !== null && (
          <a href={links.chart(chart)} className="py-1">
            Chart this number
          </a>
        )}
        {NUMBER_FORMATS.map((format) => (
          <a
            key={format}
            href={permanent.numberFile(rule, format)}
            download={format === "csv"}
            className="py-1"
          >
            {FORMATS[format].label}
          </a>
        ))}
      </p>
      <CitePart
        cited={{
          title,
          address: printedUrl(path),
          shortId: null,
          version: { number: version.number, publishedOn: version.publishedOn },
        }}
        path={path}
        base={publicBase()}
      />
    </PageSection>
  );
}
