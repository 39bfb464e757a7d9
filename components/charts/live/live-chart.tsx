"use client";

import { type ComponentType, type ReactNode, useEffect, useRef, useState } from "react";
import type { CarriedPlot } from "@/components/charts/drawings";
import { LiveBoundary } from "./live-boundary";
import type { LiveDrawingProps } from "./live-drawing";
import { useStaticFrame } from "./static-frame";
import { whenSeenAndIdle } from "./when-idle";

interface LiveChartProps {
  id: string;
  title: string;
  alternative: string;
  plot: CarriedPlot;
  /** The static drawings: what is seen until the live one is ready, in print, and if it fails. */
  children: ReactNode;
}

/**
 * Lets the live drawing take the static one's place once it is on screen and the page is idle. The
 * static one keeps its room, so that nothing moves.
 */
export function LiveChart({ children, ...chart }: LiveChartProps) {
  const holder = useRef<HTMLDivElement>(null);
  const [Drawing, setDrawing] = useState<ComponentType<LiveDrawingProps> | null>(null);
  const [isReady, setReady] = useState(false);
  const frame = useStaticFrame(holder);

  useEffect(() => {
    if (holder.current === null) return;
    return whenSeenAndIdle(holder.current, () => {
      import("./live-drawing").then(
        (module) => setDrawing(() => module.LiveDrawing),
        (error: unknown) =>
          console.warn("A chart stays static: its live drawing did not load.", error),
      );
    });
  }, []);

  const isLive = Drawing !== null && frame !== null && isReady;
  return (
    <div ref={holder} className="relative" data-chart={isLive ? "live" : "static"}>
      <div className={isLive ? "invisible print:visible" : undefined} data-drawing="static">
        {children}
      </div>
      {Drawing !== null && frame !== null && (
        <LiveBoundary onFailure={() => setReady(false)}>
          <div
            className={`absolute inset-0 print:hidden ${isLive ? "" : "invisible"}`}
            data-drawing="live"
          >
            <Drawing {...chart} frame={frame} onReady={() => setReady(true)} />
          </div>
        </LiveBoundary>
      )}
    </div>
  );
}
