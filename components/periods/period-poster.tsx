import type { ReactNode } from "react";
import { LevelBox } from "@/components/charts/bars/bars-drawing";
import { UNFINISHED } from "@/components/charts/columns/column";
import { HatchPattern } from "@/components/charts/static/hatch";
import { type PosterOptions, posterFrame } from "@/components/charts/static/poster-frame";
import { type ChartSize, hundredth } from "@/lib/statistics/charts/layout/geometry";
import { fitName, fitText, textWidth } from "@/lib/statistics/charts/layout/text-width";
import type { PeriodBar, PeriodColumn, PeriodModel } from "@/lib/statistics/periods/period-model";
import { DEFAULT_CONFIDENCE } from "@/lib/statistics/rules/views";
import { type LevelAmount, levelsFrom } from "@/lib/statistics/totals/actor-levels";
import { NOBODY } from "@/lib/statistics/totals/own-parts";
import { sum } from "@/lib/values/lists/sum";
import { formatUsd } from "@/lib/values/money/usd";

/** A period as a whole publishable picture: one SVG that needs nothing beside itself. */
export function periodPosterSvg(model: PeriodModel, options: PosterOptions): string {
  const { headline, subtitle, source, address, notes, pictureNotes, alternative, asOf } = model;
  const text = {
    title: headline,
    subtitle,
    source,
    address,
    notes: [...notes, ...pictureNotes],
    alternative,
    asOf,
    shortId: null,
  };
  return posterFrame(text, options, (size) => drawPeriod(model, size));
}

/** A part of the picture: how high it must be, and what is drawn where it stands. */
interface Block {
  height: number;
  /** Takes what its column has left over. */
  grows?: boolean;
  draw: (x: number, y: number, width: number, height: number) => ReactNode;
}

/** Incidents named at least; more where there is room. */
const INCIDENTS = 5;
const ACTORS = 4;
const GAP = 2.1;

/** How many columns of blocks are beside each other in a width, and what is in each. */
function arranged(model: PeriodModel, size: ChartSize): Block[][] {
  const em = size.fontSize;
  const months = monthBlock(model, size);
  const categories = barBlock(
    "How the funds left",
    model.categories,
    size,
    (key) => `--cat-${key}`,
  );
  const actors = barBlock("Said to have done it", foldedActors(model.actors), size, (key) =>
    key === NOBODY ? "--bar-nobody" : "--bar-whole",
  );
  const largest = incidentBlock(model, size);
  const present = (blocks: (Block | null)[]) => blocks.filter((block) => block !== null);
  if (size.width >= 52 * em) return [[months], present([categories, actors]), present([largest])];
  if (size.width >= 36 * em) return [present([months, actors]), present([categories, largest])];
  return [present([months, categories, largest, actors])];
}

function drawPeriod(model: PeriodModel, size: ChartSize): { height: number; content: ReactNode } {
  const em = size.fontSize;
  const figures = figureBlock(model, size);
  const columns = arranged(model, size).filter((blocks) => blocks.length > 0);
  const gap = GAP * em;
  const naturalOf = (blocks: readonly Block[]) =>
    blocks.reduce((sum, block) => sum + block.height, 0) + (blocks.length - 1) * gap;
  const natural = Math.max(...columns.map(naturalOf));
  const most = (size.height ?? 0) - figures.height - gap;
  const height = Math.max(natural, Math.min(most, natural * 1.6));
  const width = (size.width - (columns.length - 1) * gap) / columns.length;
  return {
    height: figures.height + gap + height,
    content: (
      <>
        {figures.draw(0, 0, size.width, figures.height)}
        {columns.map((blocks, column) => {
          const spare = height - naturalOf(blocks);
          const growing = blocks.find(({ grows }) => grows);
          let y = figures.height + gap;
          return blocks.map((block) => {
            const own = block.height + (block === growing ? spare : 0);
            const drawn = block.draw(column * (width + gap), y, width, own);
            y += own + gap;
            return drawn;
          });
        })}
      </>
    ),
  };
}

interface LetteringProps {
  x: number;
  y: number;
  size: number;
  children: string;
  tone?: string;
  anchor?: "start" | "middle" | "end";
  strong?: boolean;
}

function Lettering({ x, y, size, children, tone = "--ink", anchor, strong }: LetteringProps) {
  return (
    <text
      x={hundredth(x)}
      y={hundredth(y)}
      fontSize={hundredth(size)}
      fill={`var(${tone})`}
      textAnchor={anchor}
      fontWeight={strong ? 600 : undefined}
    >
      {children}
    </text>
  );
}

function Line({ x, y, width, tone }: { x: number; y: number; width: number; tone: string }) {
  return (
    <line
      x1={hundredth(x)}
      x2={hundredth(x + width)}
      y1={hundredth(y)}
      y2={hundredth(y)}
      stroke={`var(${tone})`}
    />
  );
}

/** What the headline does not say already: comparisons first, then incidents, returned, the year to date. */
function figureBlock(model: PeriodModel, size: ChartSize): Block {
  const em = size.fontSize;
  const compared = model.comparisons.map(({ short, value, change, sourcesDiffer }) => ({
    label: `Against ${short}`,
    value: change,
    detail: `${value} then`,
    sourcesDiffer,
  }));
  const [, incidents, unknown, returned, , yearToDate] = model.figures;
  const own = [
    incidents && {
      label: incidents.label,
      value: incidents.value,
      detail: [
        incidents.short ?? "",
        ...(unknown?.href == null ? [] : [`${unknown.value} unknown`]),
      ].join(", "),
    },
    returned && {
      label: "Returned",
      value: returned.value,
      detail: returned.href === null ? "nothing known" : "not taken off the total",
    },
    yearToDate && {
      label: yearToDate.label,
      value: yearToDate.value,
      detail: yearToDate.short ?? yearToDate.detail,
    },
  ].filter((figure) => figure !== undefined);
  const figures = [...compared, ...own.map((figure) => ({ ...figure, sourcesDiffer: false }))];
  const across = size.width >= 52 * em ? figures.length : size.width >= 36 * em ? 3 : 2;
  const rows = Math.ceil(figures.length / across);
  const rowHeight = em * (compared.some(({ sourcesDiffer }) => sourcesDiffer) ? 5.4 : 4.3);
  return {
    height: rows * rowHeight,
    draw: (x, y, width) => {
      const gap = em * 1.2;
      const own = (width - (across - 1) * gap) / across;
      return figures.map(({ label, value, detail, sourcesDiffer }, index) => {
        const left = x + (index % across) * (own + gap);
        const top = y + Math.floor(index / across) * rowHeight;
        return (
          <g key={label}>
            <Line x={left} y={top} width={own} tone="--rule" />
            <Lettering x={left} y={top + em * 1.15} size={em * 0.82} tone="--muted">
              {fitText(label, own, em * 0.82)}
            </Lettering>
            <Lettering x={left} y={top + em * 2.6} size={em * 1.45} strong>
              {fitText(value, own, em * 1.45, 600)}
            </Lettering>
            <Lettering x={left} y={top + em * 3.65} size={em * 0.82} tone="--muted">
              {fitText(detail, own, em * 0.82)}
            </Lettering>
            {sourcesDiffer && (
              <Lettering x={left} y={top + em * 4.75} size={em * 0.82} strong>
                {fitText("sources differ", own, em * 0.82, 600)}
              </Lettering>
            )}
          </g>
        );
      });
    },
  };
}

function Heading({
  x,
  y,
  width,
  em,
  children,
}: {
  x: number;
  y: number;
  width: number;
  em: number;
  children: string;
}) {
  return (
    <g>
      <Lettering x={x} y={y + em * 0.9} size={em * 0.95} strong>
        {children}
      </Lettering>
      <Line x={x} y={y + em * 1.35} width={width} tone="--rule-strong" />
    </g>
  );
}
const HEADING = 1.7;

/** The months up to the period's end, those of the period full, the others pale. */
function monthBlock(model: PeriodModel, size: ChartSize): Block {
  const em = size.fontSize;
  return {
    height: em * 9.5,
    grows: true,
    draw: (x, y, width, height) => {
      const { columns } = model;
      const top = y + em * (HEADING + 1.3);
      const bottom = y + height - em * (columns.length > 0 ? 2.1 : 0);
      const most = Math.max(...columns.map(({ usd }) => usd), 1);
      const step = width / Math.max(1, columns.length);
      const bar = Math.min(step * 0.72, em * 2.2);
      const every = Math.ceil(textWidth("Aug ", em * 0.78) / step);
      const counted = columns.filter(({ uncovered }) => !uncovered).length;
      const named = largestOf(columns.filter(({ marked }) => marked));
      const heightOf = (usd: number) => ((bottom - top) * usd) / most;
      const place = { columns, x, width, step, em, topOf: (usd: number) => bottom - heightOf(usd) };
      return (
        <g>
          <Heading x={x} y={y} width={width} em={em}>
            Lost month by month
          </Heading>
          {columns.map((column, index) => {
            const height = heightOf(column.usd);
            const middle = x + (index + 0.5) * step;
            return (
              <g key={column.key}>
                {column.young && (
                  <rect
                    x={hundredth(middle - step / 2)}
                    y={hundredth(top)}
                    width={hundredth(step)}
                    height={hundredth(bottom - top)}
                    fill="var(--chart-grid)"
                    fillOpacity={0.45}
                  />
                )}
                {column.usd > 0 && (
                  <rect
                    x={hundredth(middle - bar / 2)}
                    y={hundredth(bottom - Math.max(height, 1))}
                    width={hundredth(bar)}
                    height={hundredth(Math.max(height, 1))}
                    fill={`var(${column.marked ? "--accent" : "--bar-part"})`}
                    fillOpacity={column.marked ? undefined : 0.55}
                    {...(column.unfinished ? { ...UNFINISHED, stroke: "var(--accent)" } : {})}
                  />
                )}
                {(columns.length - 1 - index) % every === 0 && (
                  <Lettering
                    x={Math.min(middle, x + width - textWidth(column.label, em * 0.78) / 2)}
                    y={bottom + em * 0.95}
                    size={em * 0.78}
                    anchor="middle"
                    tone={column.marked && !column.uncovered ? "--ink" : "--muted"}
                    strong={column.marked && !column.uncovered}
                  >
                    {column.label}
                  </Lettering>
                )}
                {(index === 0
                  ? !columns[1]?.key.endsWith("-01") || step > em * 2.4
                  : column.key.endsWith("-01")) && (
                  <Lettering
                    x={Math.min(Math.max(middle, x + em * 0.8), x + width - em * 0.8)}
                    y={bottom + em * 1.9}
                    size={em * 0.78}
                    anchor="middle"
                    tone="--muted"
                  >
                    {column.key.slice(0, 4)}
                  </Lettering>
                )}
              </g>
            );
          })}
          <Line x={x} y={bottom} width={step * counted} tone="--chart-axis" />
          {counted < columns.length && (
            <line
              x1={hundredth(x + step * counted)}
              x2={hundredth(x + width)}
              y1={hundredth(bottom)}
              y2={hundredth(bottom)}
              stroke="var(--chart-axis)"
              strokeDasharray="2 4"
            />
          )}
          {named !== null && <ValueOver index={columns.indexOf(named)} place={place} />}
        </g>
      );
    },
  };
}

/** The column with the largest loss; null where none has any. */
function largestOf(columns: readonly PeriodColumn[]): PeriodColumn | null {
  const [largest] = columns.toSorted((one, other) => other.usd - one.usd);
  return largest === undefined || largest.usd === 0 ? null : largest;
}

/** Where the columns stand. */
interface ColumnPlace {
  columns: readonly PeriodColumn[];
  x: number;
  width: number;
  step: number;
  em: number;
  topOf: (usd: number) => number;
}

/** An amount over its column, kept within the block; none where something taller is in its way. */
function ValueOver({ index, place }: { index: number; place: ColumnPlace }) {
  const { columns, x, width, step, em, topOf } = place;
  const value = columns[index]?.value ?? "";
  const half = textWidth(value, em * 0.85, 600) / 2;
  const middle = Math.min(Math.max(x + (index + 0.5) * step, x + half), x + width - half);
  const [first, last] = [middle - half, middle + half].map((edge) => Math.floor((edge - x) / step));
  const below = columns.slice(Math.max(0, first ?? index), (last ?? index) + 1);
  const own = columns[index]?.usd ?? 0;
  // Over a taller neighbour it would be read as that one's; the headline says it anyway.
  if (below.some(({ usd }) => usd > own)) return null;
  const y = topOf(own) - em * 0.35;
  return (
    <Lettering x={middle} y={y} size={em * 0.85} anchor="middle" tone="--accent" strong>
      {value}
    </Lettering>
  );
}

/** The largest actors, the smaller ones as one, and what is attributed to nobody. */
function foldedActors(actors: readonly PeriodBar[]): PeriodBar[] {
  if (actors.length <= ACTORS) return [...actors];
  const nobody = actors.filter(({ key }) => key === NOBODY);
  return [
    ...actors.filter(({ key }) => key !== NOBODY).slice(0, ACTORS - nobody.length),
    ...nobody,
  ];
}

function barBlock(
  title: string,
  bars: readonly PeriodBar[],
  size: ChartSize,
  colourOf: (key: string) => string,
): Block | null {
  if (bars.length === 0) return null;
  const em = size.fontSize;
  const row = em * 1.9;
  const hasLevels = bars.some(({ levels = [] }) => levels.length > 0);
  const above = em * (HEADING + (hasLevels ? 1.2 : 0));
  return {
    height: above + bars.length * row,
    draw: (x, y, width) => {
      const most = Math.max(...bars.map(({ usd }) => usd ?? 0), 1);
      return (
        <g key={title}>
          <Heading x={x} y={y} width={width} em={em}>
            {title}
          </Heading>
          {hasLevels && <LevelKey bars={bars} x={x} y={y + em * HEADING} em={em} />}
          {bars.map(({ key, label, value, share, usd, levels = [] }, index) => {
            const top = y + above + index * row;
            const said = sureText(value, levels);
            const whole = share === null ? said : `${said} · ${share}`;
            const roomBeside = (text: string) => width - textWidth(text, em * 0.88) - em;
            // A share gives way before a person's legal status does.
            const amount = textWidth(label, em * 0.88) > roomBeside(whole) ? said : whole;
            const room = roomBeside(amount);
            return (
              <g key={key}>
                <Lettering x={x} y={top + em * 0.95} size={em * 0.88}>
                  {fitName(label, room, em * 0.88)}
                </Lettering>
                <Lettering x={x + width} y={top + em * 0.95} size={em * 0.88} anchor="end">
                  {amount}
                </Lettering>
                {levels.length > 0 && (
                  <LevelBar
                    levels={levels}
                    place={{ x, y: top + em * 1.22, height: em * 0.36, scale: width / most }}
                  />
                )}
                {levels.length === 0 && (usd ?? 0) > 0 && (
                  <rect
                    x={hundredth(x)}
                    y={hundredth(top + em * 1.22)}
                    width={hundredth(Math.max(1, (width * (usd ?? 0)) / most))}
                    height={hundredth(em * 0.32)}
                    fill={`var(${colourOf(key)})`}
                  />
                )}
              </g>
            );
          })}
        </g>
      );
    },
  };
}

const HATCH = "period-hatch";

/** An amount with its range in short, `$238m–$330m`, or how sure all of it is, `$477m likely`. */
function sureText(value: string, levels: readonly LevelAmount[]): string {
  const [surest] = levels;
  if (surest === undefined) return value;
  // The name says it already.
  if (surest.confidence === "acquitted") return value;
  return levels.length === 1
    ? `${value} ${surest.confidence}`
    : `${formatUsd(surest.amount)}–${value}`;
}

/** A bar divided by how sure its parts are, as in charts. */
function LevelBar({
  levels,
  place,
}: {
  levels: readonly LevelAmount[];
  /** The scale in pixels a dollar. */
  place: { x: number; y: number; height: number; scale: number };
}) {
  const { x, y, height, scale } = place;
  return levels.map(({ confidence, amount }, index) => {
    const before = sum(levels.slice(0, index).map((level) => level.amount));
    return (
      <LevelBox
        key={confidence}
        level={confidence}
        hatch={HATCH}
        x={x + before * scale}
        y={y}
        width={Math.max(1, amount * scale)}
        height={height}
      />
    );
  });
}

/** What the parts of bars of actors mean, beside their heading. */
function LevelKey({
  bars,
  x,
  y,
  em,
}: {
  bars: readonly PeriodBar[];
  x: number;
  y: number;
  em: number;
}) {
  const present = new Set(bars.flatMap(({ levels = [] }) => levels.map((each) => each.confidence)));
  const levels = levelsFrom(DEFAULT_CONFIDENCE).filter((level) => present.has(level));
  let left = x;
  return (
    <g>
      {present.has("suspected") && (
        <defs>
          <HatchPattern id={`${HATCH}-suspected`} colour="var(--bar-whole)" />
        </defs>
      )}
      {levels.map((level) => {
        const at = left;
        left += em * 1.5 + textWidth(level, em * 0.78) + em * 0.8;
        return (
          <g key={level}>
            <LevelBox
              level={level}
              hatch={HATCH}
              x={at}
              y={y + em * 0.3}
              width={em * 1.1}
              height={em * 0.6}
            />
            <Lettering x={at + em * 1.4} y={y + em * 0.85} size={em * 0.78} tone="--muted">
              {level}
            </Lettering>
          </g>
        );
      })}
    </g>
  );
}

function incidentBlock(model: PeriodModel, size: ChartSize): Block | null {
  const least = Math.min(INCIDENTS, model.largest.length);
  if (least === 0) return null;
  const em = size.fontSize;
  const row = em * 1.55;
  return {
    height: em * HEADING + least * row,
    grows: true,
    draw: (x, y, width, height) => (
      <g>
        <Heading x={x} y={y} width={width} em={em}>
          The largest incidents
        </Heading>
        {model.largest
          .slice(0, Math.floor((height - em * HEADING) / row + 0.01))
          .map(({ slug, name, value, day }, index) => {
            const baseline = y + em * HEADING + index * row + em;
            const when = day.replace(/ \d{4}$/, "");
            const room = width - textWidth(value, em * 0.88, 600) - em * 0.8;
            const dayWidth = textWidth(`${when}  `, em * 0.82);
            return (
              <g key={slug}>
                <Lettering x={x} y={baseline} size={em * 0.82} tone="--muted">
                  {when}
                </Lettering>
                <Lettering x={x + Math.max(dayWidth, em * 3)} y={baseline} size={em * 0.88}>
                  {fitText(name, room - Math.max(dayWidth, em * 3), em * 0.88)}
                </Lettering>
                <Lettering x={x + width} y={baseline} size={em * 0.88} anchor="end" strong>
                  {value}
                </Lettering>
              </g>
            );
          })}
      </g>
    ),
  };
}
