import { type RefObject, useEffect, useState } from "react";
import { NARROW, WIDE } from "@/lib/statistics/charts/layout/chart-sizes";
import type { ChartSize } from "@/lib/statistics/charts/layout/geometry";

/** Which static drawing is shown, and how large. */
export interface StaticFrame {
  size: ChartSize;
  /** Page pixels to one nominal pixel. */
  scale: number;
}

function measure(holder: Element): StaticFrame | null {
  for (const size of [WIDE, NARROW]) {
    const drawing = holder.querySelector(`svg[data-size="${size.name}"]`);
    const width = drawing?.getBoundingClientRect().width ?? 0;
    if (width > 0) return { size, scale: width / size.width };
  }
  return null;
}

/** The static drawing that style sheets show at the moment; null before the first look. */
export function useStaticFrame(holder: RefObject<Element | null>): StaticFrame | null {
  const [frame, setFrame] = useState<StaticFrame | null>(null);
  useEffect(() => {
    const element = holder.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      const next = measure(element);
      setFrame((last) =>
        last?.size === next?.size && last?.scale === next?.scale ? last : (next ?? last),
      );
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [holder]);
  return frame;
}
