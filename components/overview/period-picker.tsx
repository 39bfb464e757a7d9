import type { Links } from "@/lib/site/urls/links";
import type { OverviewView } from "@/lib/statistics/rules/views";
import type { Day } from "@/lib/values/dates/day";

interface PeriodPickerProps {
  view: OverviewView;
  links: Links;
  firstYear: number;
  lastYear: number;
  /** The day that counts as today: years that have not ended run to it. */
  asOf: Day;
}

/** Another year, or the year through another day. */
export function PeriodPicker({ view, links, firstYear, lastYear, asOf }: PeriodPickerProps) {
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => lastYear - index);
  const endOf = (year: number) => (asOf.startsWith(String(year)) ? asOf : `${year}-12-31`);
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
      <nav aria-label="Years" className="choices -mx-1.5 flex flex-wrap text-sm">
        {years.map((year) => (
          <a
            key={year}
            href={links.overview({ ...view, year, through: endOf(year) })}
            aria-current={year === view.year ? "page" : undefined}
          >
            {year}
          </a>
        ))}
      </nav>
      <form action={links.home} method="get" className="flex items-end gap-2 text-sm">
        <label>
          <span className="mb-0.5 block text-muted">From 1 January through</span>
          <input
            type="date"
            name="through"
            required
            defaultValue={view.through}
            className="field"
          />
        </label>
        <button type="submit" className="button">
          Show
        </button>
      </form>
    </div>
  );
}
