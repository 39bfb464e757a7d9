"use client";

import {
  type ComponentType,
  type ReactNode,
  useCallback,
  useEffect,
  useRef,
  useState,
} from "react";
import type { CarriedPlot } from "@/components/charts/drawings";
import { LiveBoundary } from "./live-boundary";
import type { LiveDrawingProps } from "./live-drawing";
import { useStaticFrame } from "./static-frame";
import { whenSeenAndIdle } from "./when-idle";

/** What is reached with the keys in a live drawing. */
const LIVE_SURFACE = '[data-drawing="live"] svg[tabindex="0"]';

interface LiveChartProps {
  id: string;
  title: string;
  alternative: string;
  plot: CarriedPlot;
  /** The static drawings: what is seen until the live one is ready, in print, and if it fails. */
  children: ReactNode;
}

/**
 * Lets the live drawing take the static one's place once it is on screen and the page is idle, or at once
 * where somebody points at it or reaches it with the keys. The static one keeps its room, so that nothing
 * moves.
 */
export function LiveChart({ children, ...chart }: LiveChartProps) {
  const holder = useRef<HTMLDivElement>(null);
  const [Drawing, setDrawing] = useState<ComponentType<LiveDrawingProps> | null>(null);
  const [isReady, setReady] = useState(false);
  const [isAwaited, setAwaited] = useState(false);
  const frame = useStaticFrame(holder);

  const load = useCallback(() => {
    import("./live-drawing").then(
      (module) => setDrawing(() => module.LiveDrawing),
      (error: unknown) => {
        setAwaited(false);
        console.warn("A chart stays static: its live drawing did not load.", error);
      },
    );
  }, []);
  useEffect(() => {
    if (holder.current === null) return;
    setAwaited(true);
    return whenSeenAndIdle(holder.current, load);
  }, [load]);

  const isLive = Drawing !== null && frame !== null && isReady;
  useEffect(() => {
    if (!isLive) return;
    const wasReached = document.activeElement === holder.current;
    setAwaited(false);
    if (wasReached) holder.current?.querySelector<SVGElement>(LIVE_SURFACE)?.focus();
  }, [isLive]);

  return (
    <div
      ref={holder}
      className="relative outline-focus focus-visible:outline-2"
      data-chart={isLive ? "live" : "static"}
      {...(isAwaited && {
        role: "group",
        "aria-label": chart.title,
        tabIndex: 0,
        onFocus: load,
        onPointerEnter: load,
      })}
    >
      <div className={isLive ? "invisible print:visible" : undefined} data-drawing="static">
        {children}
      </div>
      {Drawing !== null && frame !== null && (
        <LiveBoundary
          onFailure={() => {
            setReady(false);
            setAwaited(false);
          }}
        >
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
