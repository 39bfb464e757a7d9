import {
  type CSSProperties,
  type Ref,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { READING_WIDTH, Reading } from "@/components/charts/live/reading";
import type { StaticFrame } from "@/components/charts/live/static-frame";
import type { DotPlaces } from "@/lib/statistics/charts/dots/dot-places";
import {
  dotsOf,
  dotText,
  type IncidentData,
  namedDots,
  nearestPlace,
  placeAfter,
  placeOfDot,
  type ReadableDot,
} from "@/lib/statistics/charts/dots/dot-reading";

/** A point of the window. */
export type Pointed = Pick<MouseEvent, "clientX" | "clientY">;

export interface LiveDotsProps {
  places: DotPlaces;
  rows: string;
  frame: StaticFrame;
  /** What lies over the drawing, is reached with the keys, and is pointed at. */
  surface: HTMLElement;
  /** Where a pointer rests over it; null where none does. */
  pointed: RefObject<Pointed | null>;
}

/** Page pixels: what is pressed is as large as this, and what is pointed at as near. */
const TARGET = 24;

/** All of a chart's dots once they are there; until then, and where they cannot be had, the named ones. */
function useDots(places: DotPlaces, rows: string): readonly ReadableDot[] {
  const [dots, setDots] = useState(() => namedDots(places));
  useEffect(() => {
    const ended = new AbortController();
    fetch(rows, { signal: ended.signal })
      .then((answer) => {
        if (!answer.ok) throw new Error(`the chart's data were answered with ${answer.status}`);
        return answer.json() as Promise<{ rows: IncidentData[] }>;
      })
      .then((data) => setDots(dotsOf(data.rows)))
      .catch((error: unknown) => {
        if (!ended.signal.aborted) console.warn("Only the named dots can be read.", error);
      });
    return () => ended.abort();
  }, [rows]);
  return dots;
}

/** The dot that is pointed at or reached with the keys: a ring around it, its link, and what it says. */
export function LiveDots({ places, rows, frame, surface, pointed }: LiveDotsProps) {
  const dots = useDots(places, rows);
  const [slug, setSlug] = useState<string | null>(null);
  const link = useRef<HTMLAnchorElement>(null);
  const points = useMemo(
    () =>
      dots.map((dot) => {
        const { x, y } = placeOfDot(places, frame.size.name, dot);
        return { x: x * frame.scale, y: y * frame.scale };
      }),
    [dots, places, frame],
  );
  const found = dots.findIndex((dot) => dot.slug === slug);
  const place = found === -1 ? null : found;

  useEffect(() => {
    const show = (index: number | null) =>
      setSlug(index === null ? null : (dots[index]?.slug ?? null));
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key === "Enter") return link.current?.click();
      const next = placeAfter(dots, place, event.key);
      if (next === null) return;
      event.preventDefault();
      show(next);
    };
    const under = (event: Pointed) => {
      const { left, top } = surface.getBoundingClientRect();
      return nearestPlace(points, { x: event.clientX - left, y: event.clientY - top }, TARGET / 2);
    };
    const isIn = (target: EventTarget | null, selector: string) =>
      target instanceof Element && target.closest(selector) !== null;
    const onMove = (event: PointerEvent) => {
      // The reading itself can be pointed at.
      if (event.pointerType !== "touch" && !isIn(event.target, "[data-reading]"))
        show(under(event));
    };
    const leave = () => {
      if (!surface.matches(":focus-visible")) setSlug(null);
    };
    // A finger reads a dot first, and opens what it has read.
    const onPress = (event: MouseEvent) => {
      const pressed = under(event);
      if (pressed !== null && pressed === place) link.current?.click();
      else show(pressed);
    };
    // A pointer that rests is told what has come to be under it.
    if (pointed.current !== null && place === null) show(under(pointed.current));
    const ended = new AbortController();
    const { signal } = ended;
    surface.addEventListener("keydown", onKey, { signal });
    surface.addEventListener("click", onPress, { signal });
    surface.addEventListener("blur", () => setSlug(null), { signal });
    // The holder has the dot's link and the reading in it too.
    const holder = surface.parentElement ?? surface;
    holder.addEventListener("pointermove", onMove, { signal });
    holder.addEventListener("pointerleave", leave, { signal });
    return () => ended.abort();
  }, [dots, points, place, surface, pointed]);

  // Whoever has come here with the keys finds the first dot read.
  useEffect(() => {
    if (surface.matches(":focus-visible")) setSlug((last) => last ?? dots[0]?.slug ?? null);
  }, [surface, dots]);

  const dot = place === null ? undefined : dots[place];
  const point = place === null ? undefined : points[place];
  return <DotAt dot={dot} point={point} places={places} frame={frame} link={link} />;
}

interface DotAtProps extends Pick<LiveDotsProps, "places" | "frame"> {
  dot: ReadableDot | undefined;
  /** Page pixels from the drawing's corner. */
  point: { x: number; y: number } | undefined;
  link: Ref<HTMLAnchorElement>;
}

function DotAt({ dot, point, places, frame, link }: DotAtProps) {
  const text = dot === undefined ? null : { ...dotText(places, dot), rows: [] };
  const { x, y } = point ?? { x: 0, y: 0 };
  return (
    <>
      {dot && (
        // biome-ignore lint/a11y/useAnchorContent: for pointers; the surface reads it out, and the table has its link
        <a
          ref={link}
          href={places.linkBase === null ? undefined : places.linkBase + dot.slug}
          tabIndex={-1}
          aria-hidden="true"
          data-dot={dot.slug}
          onMouseDown={(event) => event.preventDefault()}
          className="absolute rounded-full border-2 border-ink bg-paper/20 print:hidden [@media(hover:none)]:pointer-events-none"
          style={{ left: x - TARGET / 2, top: y - TARGET / 2, width: TARGET, height: TARGET }}
        />
      )}
      <Reading text={text} style={besideDot(x, y, frame.size.width * frame.scale)} />
    </>
  );
}

/** Where a reading touches its dot's ring, so that a pointer can move onto it: beside it, or below where there is no room. */
function besideDot(x: number, y: number, width: number): CSSProperties {
  const [near, top] = [TARGET / 2 - 2, Math.max(0, y - TARGET)];
  if (x + near + READING_WIDTH <= width) return { top, left: x + near };
  if (x - near - READING_WIDTH >= 0) return { top, left: x - near - READING_WIDTH };
  return { top: y + near, left: Math.max(0, Math.min(x - near, width - READING_WIDTH)) };
}
