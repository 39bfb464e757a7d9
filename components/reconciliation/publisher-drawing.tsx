import { scopeLabel } from "@/components/figures/figure-scope";
import { spanText } from "@/lib/statistics/figures/figure-span";
import {
  type PublisherSeries,
  seriesLayout,
} from "@/lib/statistics/reconciliation/publisher-series";

const LENGTH_LABELS = {
  month: "single months",
  quarter: "single quarters",
  half: "half-years",
  year: "single years",
} as const;

/** A publisher's sums through time, each beside ours by its rule. The table below says the same in numbers. */
export function PublisherDrawing({ name, series }: { name: string; series: PublisherSeries }) {
  const figure = series.figures[0]?.figure;
  const whom = figure?.actor == null ? "" : `, attributed to ${figure.actor.name}`;
  const of = figure === undefined ? "" : `${scopeLabel(figure).toLowerCase()}${whom}`;
  return (
    <figure className="mt-4">
      <p className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        <span>
          <span aria-hidden="true" className="mr-2 inline-block size-3 bg-rule-strong" />
          {name}, as published
        </span>
        <span>
          <span aria-hidden="true" className="mr-2 inline-block size-3 bg-accent" />
          Lossline, by its rule
        </span>
      </p>
      {/* Letters keep their size on a phone: it has a drawing of its own. */}
      <Plot name={name} series={series} width={358} className="sm:hidden" />
      <Plot name={name} series={series} width={760} className="max-sm:hidden" />
      <figcaption className="mt-1 text-muted text-sm">
        US$, {of}, its figures of {LENGTH_LABELS[series.length]}. Where it published none that can
        be held against ours, nothing is drawn.
      </figcaption>
    </figure>
  );
}

function Plot({
  name,
  series,
  width,
  className,
}: {
  name: string;
  series: PublisherSeries;
  width: number;
  className: string;
}) {
  const layout = seriesLayout(series, width);
  const [first, last] = [series.figures[0], series.figures.at(-1)];
  const days =
    first === undefined || last === undefined
      ? ""
      : ` from ${spanText(first.outcome.ownSpan)} to ${spanText(last.outcome.ownSpan)}`;
  return (
    <svg
      role="img"
      aria-label={`Pairs of bars: what ${name} published for ${layout.bars.length} periods${days}, and what Lossline counts by its rule. The table says the same.`}
      viewBox={`0 0 ${width} ${layout.height}`}
      width={width}
      height={layout.height}
      className={`mt-2 h-auto max-w-full font-sans ${className}`}
    >
      {layout.ticks.map(({ y, text }) => (
        <g key={text}>
          <line x1={layout.left} x2={width} y1={y} y2={y} className="stroke-rule" />
          <text x={layout.left - 6} y={y + 4} textAnchor="end" fontSize={12} className="fill-muted">
            {text}
          </text>
        </g>
      ))}
      {layout.bars.map(({ figureId, theirs, ours }) => (
        <g key={figureId}>
          <rect {...theirs} className="fill-rule-strong" />
          <rect {...ours} className="fill-accent" />
        </g>
      ))}
      {layout.years.map(({ x, text }) => (
        <g key={text}>
          <line
            x1={x}
            x2={x}
            y1={layout.baseline}
            y2={layout.baseline + 5}
            className="stroke-rule-strong"
          />
          <text x={x} y={layout.baseline + 19} fontSize={12} className="fill-muted">
            {text}
          </text>
        </g>
      ))}
      <line
        x1={layout.left}
        x2={width}
        y1={layout.baseline}
        y2={layout.baseline}
        className="stroke-rule-strong"
      />
    </svg>
  );
}
