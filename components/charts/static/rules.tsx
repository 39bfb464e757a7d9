import { type Drawing, hundredth, type Rule } from "@/lib/statistics/charts/layout/geometry";
import { TextMarks } from "./text-marks";

interface RuleLineProps {
  rule: Rule;
  stroke: string;
  strokeWidth?: number;
  strokeDasharray?: string;
}

export function RuleLine({ rule, ...stroke }: RuleLineProps) {
  return (
    <line
      x1={hundredth(rule.x1)}
      y1={hundredth(rule.y1)}
      x2={hundredth(rule.x2)}
      y2={hundredth(rule.y2)}
      {...stroke}
    />
  );
}

/** The grid and its labels, behind everything else. */
export function Grid({ drawing }: { drawing: Drawing }) {
  return (
    <g className="tabular-nums">
      {drawing.grid.map((line) => (
        <RuleLine key={line.label.text} rule={line.rule} stroke="var(--chart-grid)" />
      ))}
      <TextMarks marks={drawing.grid.map((line) => line.label)} />
    </g>
  );
}
