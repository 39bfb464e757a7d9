import type { Drawing } from "@/lib/statistics/charts/layout/geometry";

/** What Recharts must leave free so that its plot is the drawing's. */
export function marginOf({ area, size, height }: Drawing) {
  return {
    top: area.top,
    right: size.width - area.right,
    bottom: height - area.bottom,
    left: area.left,
  };
}
