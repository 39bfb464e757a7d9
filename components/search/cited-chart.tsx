import type { ChartCitation } from "@/lib/site/citations/short-id";
import { CHARTS } from "@/lib/statistics/charts/registry";

/** Where a short id leads that was searched for, as it is printed in images. */
export function CitedChart({ id, cited }: { id: string; cited: ChartCitation }) {
  return (
    <p className="mt-4 max-w-prose border-rule-strong border-l-4 pl-3">
      As a short id this is a chart of version {cited.version}:{" "}
      <a href={`/c/${encodeURIComponent(id)}`}>{CHARTS[cited.view.chart].title}</a>
    </p>
  );
}
