import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { LiveBars } from "@/components/charts/bars/live-bars";
import { LiveColumns } from "@/components/charts/columns/live-columns";
import { LiveCumulative } from "@/components/charts/cumulative/live-cumulative";
import type { CarriedPlot, LiveKind, LivePlot } from "@/components/charts/drawings";
import { unpackColumns } from "@/lib/statistics/charts/columns/packed-links";
import { unpackPlot } from "@/lib/statistics/charts/cumulative/packed-steps";
import type { PlotOf } from "@/lib/statistics/charts/registry";
import type { StaticFrame } from "./static-frame";

export interface LiveDrawingProps {
  id: string;
  title: string;
  alternative: string;
  plot: CarriedPlot;
  frame: StaticFrame;
  /** Called when there is something to see. */
  onReady: () => void;
}

type Plots = { [Kind in LiveKind]: PlotOf<Kind> };
type DrawingProps<Plot> = Omit<LiveDrawingProps, "plot" | "onReady"> & { plot: Plot };

/** The drawing of each kind that says it is drawn live; one that is not here does not compile. */
const DRAWINGS: { readonly [Kind in LiveKind]: (props: DrawingProps<Plots[Kind]>) => ReactNode } = {
  columns: (props) => <LiveColumns {...props} />,
  cumulative: (props) => <LiveCumulative {...props} />,
  bars: (props) => <LiveBars {...props} />,
};

function drawingOf<Kind extends LiveKind>(kind: Kind, props: DrawingProps<Plots[Kind]>) {
  return DRAWINGS[kind](props);
}

/** The plot that a page carries, as it was. */
function livePlot(plot: CarriedPlot): LivePlot {
  if (plot.kind === "columns") return unpackColumns(plot);
  return plot.kind === "cumulative" ? unpackPlot(plot) : plot;
}

/** The chart once more, drawn by Recharts: it can be pointed at, walked through and taken apart. */
export function LiveDrawing(props: LiveDrawingProps) {
  const { onReady, plot: carried, ...chart } = props;
  const plot = useMemo(() => livePlot(carried), [carried]);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Recharts draws only after it has reported its size to itself, a render later.
    let handle = requestAnimationFrame(function look() {
      if (root.current?.querySelector("svg [data-mark]") ?? root.current?.querySelector("svg text"))
        onReady();
      else handle = requestAnimationFrame(look);
    });
    return () => cancelAnimationFrame(handle);
  }, [onReady]);
  return (
    <div ref={root} className="h-full">
      {drawingOf(plot.kind, { ...chart, plot })}
    </div>
  );
}
