import type { Links } from "@/lib/site/urls/links";
import { readChart } from "@/lib/statistics/charts/chart-view";
import type { ChartName } from "@/lib/statistics/charts/registry";
import {
  type ParameterValues,
  valueOrThrow,
  writeParameters,
} from "@/lib/statistics/rules/parameters";
import type { Day } from "@/lib/values/dates/day";

interface ActorChartsProps {
  /** Whose incidents are drawn, by attributions how sure. */
  filters: Pick<ParameterValues, "actor" | "confidence">;
  /** The first year with an incident. */
  first: number;
  through: Day;
  links: Links;
}

/** The charts that can be taken from an actor's page, each drawn of its incidents alone. */
export function ActorCharts({ filters, first, through, links }: ActorChartsProps) {
  const all = { ...filters, from: `${first}-01-01`, to: through };
  const charts: { name: ChartName; label: string; values: ParameterValues }[] = [
    { name: "monthly", label: "Losses by year", values: { ...all, interval: "year" } },
    {
      name: "monthly",
      label: "Incidents by year",
      values: { ...all, interval: "year", measure: "count" },
    },
    { name: "largest", label: "The largest thefts", values: all },
    { name: "timeline", label: "Each theft by day and size", values: all },
    { name: "techniques", label: "Losses by technique", values: all },
    { name: "thresholds", label: "How many of $1m, $10m, $100m and more", values: all },
    { name: "recovery", label: "What came back, year by year", values: all },
    {
      name: "year-to-date",
      label: "Cumulative, year by year",
      values: { ...filters, year: Number(through.slice(0, 4)), through },
    },
  ];
  return (
    <ul className="text-sm">
      {charts.map(({ name, label, values }) => (
        <li key={label} className="border-rule border-b">
          <a
            href={links.chart(
              valueOrThrow(
                readChart(name, new URLSearchParams(writeParameters(values)), {
                  asOf: through,
                  now: through,
                }),
              ),
            )}
            className="inline-block py-1.5"
          >
            {label}
          </a>
        </li>
      ))}
      <li className="border-rule border-b">
        <a href={links.incidents(filters, { view: "timeline" })} className="inline-block py-1.5">
          As a timeline
        </a>
      </li>
      <li className="border-rule border-b">
        <a href={links.incidentsFeed(filters)} className="inline-block py-1.5">
          Follow exactly these incidents (Atom feed)
        </a>
      </li>
    </ul>
  );
}
