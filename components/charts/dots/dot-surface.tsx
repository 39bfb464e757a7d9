"use client";

import { type ComponentType, type ReactNode, useEffect, useRef, useState } from "react";
import { useStaticFrame } from "@/components/charts/live/static-frame";
import type { DotPlaces } from "@/lib/statistics/charts/dots/dot-places";
import type { LiveDotsProps, Pointed } from "./live-dots";

interface DotSurfaceProps {
  id: string;
  title: string;
  alternative: string;
  places: DotPlaces;
  /** Where all of the chart's incidents are found, as data. */
  rows: string;
  /** The static drawings, which stay. */
  children: ReactNode;
}

/**
 * Lets dots be read one by one, with a pointer or the keys. The drawing stays as it is; over it lies what
 * is pointed at. What that needs is loaded when somebody points at the chart or reaches it with the keys.
 */
export function DotSurface({ id, title, alternative, places, rows, children }: DotSurfaceProps) {
  const holder = useRef<HTMLDivElement>(null);
  const [surface, setSurface] = useState<HTMLDivElement | null>(null);
  const [Dots, setDots] = useState<ComponentType<LiveDotsProps> | null>(null);
  const [isScripted, setScripted] = useState(false);
  /** Where the pointer rests, which may be all that it does. */
  const pointed = useRef<Pointed | null>(null);
  const frame = useStaticFrame(holder);
  useEffect(() => setScripted(true), []);

  const load = () => {
    import("./live-dots").then(
      (module) => setDots(() => module.LiveDots),
      (error: unknown) => console.warn("Dots cannot be read: the script did not load.", error),
    );
  };
  return (
    <div ref={holder} className="relative" data-chart={Dots === null ? "static" : "live"}>
      {children}
      {isScripted && (
        <>
          <p id={`${id}-keys`} className="sr-only">
            {alternative} The arrow keys read it dot by dot, in the order of days; Page Up and Page
            Down go by the year, Home and End to its ends, Enter opens the incident, Escape closes
            the reading.
          </p>
          <div
            ref={setSurface}
            role="application"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what is read with the keys is reached with them
            tabIndex={0}
            aria-label={title}
            aria-describedby={`${id}-keys`}
            className="absolute inset-0 outline-focus focus-visible:outline-2 focus-visible:outline-offset-4 print:hidden"
            onFocus={load}
            onPointerEnter={(event) => {
              if (event.pointerType !== "touch") pointed.current = event.nativeEvent;
              load();
            }}
          />
        </>
      )}
      {Dots !== null && frame !== null && surface !== null && (
        <Dots {...{ places, rows, frame, surface, pointed }} />
      )}
    </div>
  );
}
