import type { DotShape } from "@/lib/statistics/charts/layout/dot-shapes";

interface DotPathProps {
  shape: DotShape;
  path: string;
  colour: string;
  radius: number;
  /** Around each dot; left out where there is none. */
  outline?: string;
  opacity?: number;
  mark?: string;
}

/** Dots of one shape, as `dotPath` writes them. */
export function DotPath({ colour, mark, opacity, outline, path, radius, shape }: DotPathProps) {
  const filled = {
    d: path,
    fill: colour,
    fillOpacity: opacity,
    ...(outline === undefined
      ? {}
      : { stroke: outline, strokeWidth: 1.25, strokeLinejoin: "round" as const }),
    "data-mark": mark,
  };
  if (shape !== "circle" && shape !== "cross") return <path {...filled} />;
  const width = shape === "circle" ? radius * 2 : radius * 0.7;
  const lined = {
    d: path,
    fill: "none",
    strokeLinecap: "round" as const,
    strokeOpacity: opacity,
  };
  return (
    <>
      {outline !== undefined && <path {...lined} stroke={outline} strokeWidth={width + 2.5} />}
      <path {...lined} stroke={colour} strokeWidth={width} data-mark={mark} />
    </>
  );
}
