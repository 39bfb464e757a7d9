import type { IncidentRow } from "@/lib/statistics/incident-list/incident-row";

/** The years that all strips of a page span. */
export interface Years {
  first: number;
  /** The one after the last. */
  end: number;
}

/** The years of some incidents' days. */
export function yearsOf(incidents: readonly Pick<IncidentRow, "occurredOn">[]): Years {
  const years = incidents.map(({ occurredOn }) => Number(occurredOn.slice(0, 4)));
  return { first: Math.min(...years), end: Math.max(...years) + 1 };
}

/** How far into the years a day is, in per cent; what is known less well stands at the beginning of it. */
function placeOf(occurredOn: string, { first, end }: Years): number {
  const [year = first, month = 1, day = 1] = occurredOn.split("-").map(Number);
  return ((year + (month - 1) / 12 + (day - 1) / 372 - first) / (end - first)) * 100;
}

/** When the incidents of a group were, as dots on a line of time. The text beside it says the same. */
export function GroupStrip({
  incidents,
  years,
}: {
  incidents: readonly IncidentRow[];
  years: Years;
}) {
  const places = incidents.map(({ occurredOn }) => placeOf(occurredOn, years));
  const from = Math.min(...places);
  return (
    <div aria-hidden="true" className="relative mx-1.5 h-5">
      <div className="absolute inset-x-0 top-1/2 border-rule border-t" />
      <div
        className="absolute top-1/2 h-0.5 -translate-y-1/2 bg-accent"
        style={{
          left: `${from.toFixed(2)}%`,
          width: `${(Math.max(...places) - from).toFixed(2)}%`,
        }}
      />
      {incidents.map(({ slug }, index) => (
        <span
          key={slug}
          className="absolute top-1/2 h-3 w-3 -translate-x-1/2 -translate-y-1/2 rounded-full border border-paper bg-accent"
          style={{ left: `${(places[index] ?? 0).toFixed(2)}%` }}
        />
      ))}
    </div>
  );
}

/** The years over the strips. */
export function StripYears({ years }: { years: Years }) {
  const all = Array.from({ length: years.end - years.first }, (_, index) => years.first + index);
  // A phone has room for six.
  const step = Math.ceil(all.length / 6);
  return (
    <div aria-hidden="true" className="relative mx-1.5 h-5 text-muted text-sm">
      {all
        .filter((_, index) => index % step === 0)
        .map((year) => (
          <span
            key={year}
            className="absolute border-rule border-l pl-1"
            style={{
              left: `${(((year - years.first) / (years.end - years.first)) * 100).toFixed(2)}%`,
            }}
          >
            {year}
          </span>
        ))}
    </div>
  );
}
