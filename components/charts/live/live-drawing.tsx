import { useEffect, useRef } from "react";
import { LiveBars } from "@/components/charts/bars/live-bars";
import { LiveColumns } from "@/components/charts/columns/live-columns";
import { LiveCumulative } from "@/components/charts/cumulative/live-cumulative";
import type { LivePlot } from "@/lib/statistics/charts/model/chart-model";
import type { StaticFrame } from "./static-frame";

export interface LiveDrawingProps {
  id: string;
  title: string;
  alternative: string;
  plot: LivePlot;
  frame: StaticFrame;
  /** Called when there is something to see. */
  onReady: () => void;
}

function drawingOf({ plot, onReady: _, ...rest }: LiveDrawingProps) {
  switch (plot.kind) {
    case "columns":
      return <LiveColumns plot={plot} {...rest} />;
    case "cumulative":
      return <LiveCumulative plot={plot} {...rest} />;
    case "bars":
      return <LiveBars plot={plot} {...rest} />;
  }
}

/** The chart once more, drawn by Recharts: it can be pointed at, walked through and taken apart. */
export function LiveDrawing(props: LiveDrawingProps) {
  const { onReady } = props;
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
      {drawingOf(props)}
    </div>
  );
}
