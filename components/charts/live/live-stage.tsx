import { type KeyboardEvent, type ReactNode, useState } from "react";
import type { Drawing, SeriesLabel } from "@/lib/statistics/charts/layout/geometry";
import { LegendButtons } from "./legend-buttons";
import type { StaticFrame } from "./static-frame";

interface LiveStageProps {
  id: string;
  alternative: string;
  drawing: Drawing;
  frame: StaticFrame;
  /** What can be switched off, if anything. */
  legend?: { items: readonly SeriesLabel[]; toggle: (key: string) => void };
  /** How far the keys for long steps go, and what they go by. */
  longStep?: { by: string; steps: number };
  steps: number;
  /** The chart, given the element in which its reading is shown. */
  children: (readings: HTMLElement) => ReactNode;
}

/** The attributes that a live chart's SVG shares with the static one, and what makes it walkable. */
export function surfaceOf(id: string, title: string) {
  return {
    accessibilityLayer: true,
    tabIndex: 0,
    "aria-label": title,
    "aria-describedby": `${id}-keys`,
  };
}

/** Recharts walks by the left and right arrows alone; other keys are given to it as many of those. */
function walk(event: KeyboardEvent<HTMLElement>, steps: number, longStep: number) {
  const moves: Record<string, [key: "ArrowLeft" | "ArrowRight", times: number]> = {
    ArrowUp: ["ArrowLeft", 1],
    ArrowDown: ["ArrowRight", 1],
    PageUp: ["ArrowLeft", longStep],
    PageDown: ["ArrowRight", longStep],
    Home: ["ArrowLeft", steps],
    End: ["ArrowRight", steps],
  };
  const move = moves[event.key];
  if (event.key === "ArrowLeft" || event.key === "ArrowRight") event.preventDefault();
  if (move === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const [key, times] = move;
  for (let time = 0; time < times; time++) {
    event.target.dispatchEvent(new window.KeyboardEvent("keydown", { key, bubbles: true }));
  }
}

/**
 * Holds a live drawing at its nominal size and scales it to the static one's, so that both put
 * everything at the same places; over it the switches and the reading, at the page's own size.
 */
export function LiveStage(props: LiveStageProps) {
  const { id, drawing, frame, legend, longStep } = props;
  const [readings, setReadings] = useState<HTMLElement | null>(null);
  const long = longStep ? ` Page Up and Page Down go by the ${longStep.by},` : "";
  return (
    <>
      <p id={`${id}-keys`} className="sr-only">
        {props.alternative} The arrow keys read it value by value;{long} Home and End go to its
        ends, Escape closes the reading.
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the chart inside has the role, and these keys are its own */}
      <div
        className="origin-top-left outline-focus [&_svg:focus-visible]:outline-2 [&_svg:focus-visible]:outline-offset-4"
        style={{
          width: drawing.size.width,
          height: drawing.height,
          transform: `scale(${frame.scale})`,
        }}
        onKeyDown={(event) => walk(event, props.steps, longStep?.steps ?? 1)}
        onMouseDown={(event) => event.preventDefault()}
      >
        {readings && props.children(readings)}
      </div>
      {legend && <LegendButtons {...legend} scale={frame.scale} />}
      <div ref={setReadings} />
    </>
  );
}
