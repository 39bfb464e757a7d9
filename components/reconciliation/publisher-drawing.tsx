import {
  type PublisherSeries,
  seriesLayout,
} from "@/lib/statistics/reconciliation/publisher-series";

/** A publisher's sums through time, each beside ours by its rule. The table below says the same in numbers. */
export function PublisherDrawing({ name, series }: { name: string; series: PublisherSeries }) {
  const { width, height, ticks, bars, baseline } = seriesLayout(series);
  const [first, last] = [bars[0], bars.at(-1)];
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
      <svg
        role="img"
        aria-label={`Pairs of bars: what ${name} published for ${bars.length} periods from ${first?.text} to ${last?.text}, and what Lossline counts by its rule. The table says the same.`}
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        className="mt-2 h-auto w-full max-w-4xl font-sans"
      >
        {ticks.map(({ y, text }) => (
          <g key={text}>
            <line x1={60} x2={width} y1={y} y2={y} className="stroke-rule" />
            <text x={54} y={y + 4} textAnchor="end" fontSize={12} className="fill-muted">
              {text}
            </text>
          </g>
        ))}
        {bars.map(({ figureId, theirs, ours, text, labelX }) => (
          <g key={figureId}>
            <rect {...theirs} className="fill-rule-strong" />
            <rect {...ours} className="fill-accent" />
            {labelX !== null && (
              <text
                x={labelX}
                y={baseline + 18}
                textAnchor="middle"
                fontSize={12}
                className="fill-muted"
              >
                {text}
              </text>
            )}
          </g>
        ))}
        <line x1={60} x2={width} y1={baseline} y2={baseline} className="stroke-rule-strong" />
      </svg>
    </figure>
  );
}
