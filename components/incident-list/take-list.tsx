import { CitePart } from "@/components/publish/cite-part";
import { FORMATS } from "@/lib/site/exports/formats";
import type { Links } from "@/lib/site/urls/links";
import { printedUrl, publicBase } from "@/lib/site/urls/public-url";
import { LIST_FORMATS } from "@/lib/site/urls/routes/incident-list-routes";
import type { ListChart } from "@/lib/statistics/incident-list/list-charts";
import type { IncidentsView } from "@/lib/statistics/rules/views";
import type { Day } from "@/lib/values/dates/day";

interface TakeListProps {
  view: IncidentsView;
  title: string;
  /** Null where it would be too long to print. */
  shortId: string | null;
  /** The charts that can be drawn of the selection. */
  charts: readonly ListChart[];
  /** Of incidents in the selection. */
  incidents: number;
  version: { number: number; publishedOn: Day };
  links: Links;
  /** The same links, pinned to the version. */
  permanent: Links;
}

/** A selection of incidents to be taken away: as files and a feed, charted, and cited. */
export function TakeList(props: TakeListProps) {
  const { view, title, shortId, charts, incidents, version, links, permanent } = props;
  const { filters, sort } = view;
  const seen = { sort, ...(view.view === undefined ? {} : { view: view.view }) };
  const path = permanent.incidents(filters, seen);
  const link = "inline-block py-1";
  return (
    <div className="my-4 text-sm">
      <p className="flex flex-wrap items-baseline gap-x-4">
        <span className="text-muted">
          {incidents === 1 ? "This incident" : `All ${incidents.toLocaleString("en-GB")}`} as
        </span>
        {LIST_FORMATS.map((format) => (
          <a
            key={format}
            href={links.incidentsFile(format, filters, sort)}
            download={FORMATS[format].saved}
            className={link}
          >
            {FORMATS[format].label}
          </a>
        ))}
        <a href={links.incidentsFeed(filters)} className={link}>
          Follow
        </a>
        {shortId !== null && (
          <span className="text-muted">
            Short id{" "}
            <a href={`/c/${shortId}`} className={link}>
              {shortId}
            </a>
          </span>
        )}
      </p>
      <div className="flex flex-wrap items-baseline gap-x-6">
        {charts.length > 0 && (
          <details className="max-w-full">
            <summary className="w-fit py-1">Chart this</summary>
            <ul className="my-1 columns-1 gap-x-8 sm:columns-2">
              {charts.map((chart) => (
                <li key={chart.view.chart}>
                  <a href={links.chart(chart.view)} className={link}>
                    {chart.title}
                  </a>
                </li>
              ))}
            </ul>
          </details>
        )}
        <details className="min-w-0 max-w-full" suppressHydrationWarning>
          <summary className="w-fit py-1">Cite this list</summary>
          <h2 className="sr-only">Cite this list</h2>
          <CitePart
            cited={{
              title,
              address: printedUrl(path),
              shortId,
              version: { number: version.number, publishedOn: version.publishedOn },
            }}
            path={path}
            base={publicBase()}
          />
        </details>
      </div>
    </div>
  );
}
