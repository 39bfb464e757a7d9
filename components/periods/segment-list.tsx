import { incidentsCounted, type PeriodShare, UNDATED } from "@/lib/statistics/periods/period-model";

/** The quarters and months within a period, each leading to its own page. */
export function SegmentList({ parts }: { parts: readonly PeriodShare[] }) {
  const begins = (key: string) => key.includes("Q") || key === UNDATED;
  return (
    <ul className="grid gap-x-8 sm:grid-cols-2 lg:grid-cols-4">
      {parts.map(({ key, label, value, incidents, href }) => (
        <li
          key={key}
          className={`flex flex-wrap items-baseline justify-between gap-x-3 border-rule border-b py-1.5 ${begins(key) ? "font-semibold lg:col-start-1" : ""}`}
        >
          <a href={href}>{label}</a>
          <span className="whitespace-nowrap">
            {value}{" "}
            <span className="font-normal text-muted text-sm">{incidentsCounted(incidents)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
