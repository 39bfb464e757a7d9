import { dotPlaces } from "@/lib/statistics/charts/dots/dot-places";
import { NARROW, WIDE } from "@/lib/statistics/charts/layout/chart-sizes";
import type { ChartModel } from "@/lib/statistics/charts/registry";
import { ChartTable } from "./chart-table";
import { DotSurface } from "./dots/dot-surface";
import { carriedPlot, isLive } from "./drawings";
import { LiveChart } from "./live/live-chart";
import { MarkLinks } from "./static/mark-links";
import { StaticChart } from "./static/static-chart";

interface ChartImageProps {
  model: ChartModel;
  /** Unique on the page: the figure's own address is `#id`. */
  id: string;
  /** Where the chart's numbers are found as JSON, for dots to be read one by one. */
  rows?: string;
}

/** The static drawings, and over them the live one of those charts that have one. */
function Drawings({ model, id, rows }: ChartImageProps) {
  const { alternative, plot, title } = model;
  const drawings = (
    <>
      <div className="relative hidden @min-[640px]:block">
        <StaticChart model={model} id={id} size={WIDE} />
        <MarkLinks plot={plot} size={WIDE} />
      </div>
      <div className="relative max-w-[520px] @min-[640px]:hidden">
        <StaticChart model={model} id={id} size={NARROW} />
        <MarkLinks plot={plot} size={NARROW} />
      </div>
    </>
  );
  if (plot.kind === "dots" && rows !== undefined) {
    return (
      <DotSurface
        id={id}
        title={title}
        alternative={alternative}
        places={dotPlaces(plot)}
        rows={rows}
      >
        {drawings}
      </DotSurface>
    );
  }
  if (!isLive(plot)) return drawings;
  return (
    <LiveChart id={id} title={title} alternative={alternative} plot={carriedPlot(plot)}>
      {drawings}
    </LiveChart>
  );
}

/**
 * A chart with all that makes it quotable: what it measures, the drawing, what it leaves out, where it
 * is from, and its numbers as a table. The drawing fits the figure's own width, not the window's.
 */
export function ChartImage({ model, id, rows }: ChartImageProps) {
  return (
    <figure id={id} aria-labelledby={`${id}-title`} className="@container min-w-0">
      <h2
        id={`${id}-title`}
        className="font-serif text-xl leading-tight font-semibold text-balance [overflow-wrap:anywhere]"
      >
        {model.title}
      </h2>
      <p className="mt-1 mb-3 text-sm text-muted tabular-nums">{model.subtitle}</p>
      <Drawings model={model} id={id} {...(rows === undefined ? {} : { rows })} />
      {/* A figure's caption stands last in it, so that the table is a part of it. */}
      <figcaption className="mt-3">
        <div className="text-sm text-muted">
          {model.notes.length > 0 && <p>{model.notes.join(" ")}</p>}
          <p>
            Source:{" "}
            <a href={model.address} className="underline underline-offset-2">
              {model.source}
            </a>
            , CC BY 4.0.
          </p>
        </div>
        <details className="mt-2">
          <summary className="inline-block min-h-6 cursor-pointer text-sm underline underline-offset-2">
            The same numbers as a table
          </summary>
          <ChartTable table={model.table} caption={`${model.title}: ${model.subtitle}`} />
        </details>
      </figcaption>
    </figure>
  );
}
