import { drawImage, targetsOf } from "@/components/charts/drawings";
import { numbersDigest, printedDigest } from "@/lib/site/exports/numbers-digest";
import { hundredth } from "@/lib/statistics/charts/layout/geometry";
import type { ChartModel } from "@/lib/statistics/charts/registry";
import type { MarkTarget } from "./plot-drawing";
import { type PosterOptions, posterFrame } from "./poster-frame";

const HATCH = "poster-hatch";
/** Marks lower than this are hard to point at. */
const LEAST_HEIGHT = 6;

/**
 * A chart as its picture has it, for a page of which a reader points at parts: each mark says what it stands for, in a
 * title that browsers show by themselves.
 */
export function chartEmbedSvg(model: ChartModel, options: PosterOptions): string {
  const digest = printedDigest(numbersDigest(model.numbers));
  return posterFrame({ ...model, digest }, options, (size) => {
    const { height, content } = drawImage(model.plot, size, HATCH);
    const { targets } = targetsOf(model.plot, size);
    return { height, content: [content, <Targets key="targets" targets={targets} />] };
  });
}

function Targets({ targets }: { targets: readonly MarkTarget[] }) {
  return (
    <g fill="none" pointerEvents="all">
      {targets.map(({ key, x, y, width, height, text }) => (
        <rect
          key={key}
          x={hundredth(x)}
          y={hundredth(y - Math.max(0, LEAST_HEIGHT - height) / 2)}
          width={hundredth(width)}
          height={hundredth(Math.max(LEAST_HEIGHT, height))}
        >
          <title>{text}</title>
        </rect>
      ))}
    </g>
  );
}
