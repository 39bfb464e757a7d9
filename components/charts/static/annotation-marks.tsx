import type { AnnotationMark } from "@/lib/statistics/charts/layout/annotation-rows";
import { RuleLine } from "./rules";
import { TextMarks } from "./text-marks";

/** A publisher's text above a plot, with the lines that lead down from it; those pass under other texts. */
export function AnnotationMarks({ annotations }: { annotations: readonly AnnotationMark[] }) {
  return (
    <>
      {annotations.map(({ leader }) => (
        <RuleLine key={`${leader.x1},${leader.y1}`} rule={leader} stroke="var(--ink)" />
      ))}
      <TextMarks marks={annotations.map(({ label }) => label)} halo />
    </>
  );
}
