import type { TimelineMonth, TimelineOrder } from "@/lib/statistics/timeline/timeline";
import { dateText } from "@/lib/values/dates/day";
import { grouped } from "@/lib/values/lists/grouped";

interface MonthJumpProps {
  months: readonly TimelineMonth[];
  order: TimelineOrder;
  /** The month at which the part begins. */
  at: string | undefined;
  hrefOf: (part: { order: TimelineOrder; at?: string }) => string;
}

/** The way to any month of a timeline: a plain form, and a link for each year. */
export function MonthJump({ months, order, at, hrefOf }: MonthJumpProps) {
  const own = months.filter(({ month }) => month.length === 7).toReversed();
  const years = [...grouped(own, ({ month }) => month.slice(0, 4))];
  const [action = "", query = ""] = hrefOf({ order }).split("?");
  return (
    <nav aria-label="Months" className="min-w-0">
      <form action={action} method="get" className="flex flex-wrap items-end gap-2">
        {[...new URLSearchParams(query)].map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        <label className="block">
          <span className="mb-1 block text-muted text-sm">Jump to a month</span>
          <select name="at" defaultValue={at ?? ""} className="field">
            <option value="">{order === "newest" ? "The latest" : "The earliest"}</option>
            {years.map(([year, ofYear]) => (
              <optgroup key={year} label={year}>
                {ofYear.map(({ month, incidents }) => (
                  <option key={month} value={month}>
                    {dateText(month)} ({incidents})
                  </option>
                ))}
              </optgroup>
            ))}
            {at !== undefined && !own.some(({ month }) => month === at) && (
              <option value={at}>{dateText(at)}</option>
            )}
          </select>
        </label>
        <button type="submit" className="button">
          Go
        </button>
      </form>
      <p className="mt-2 flex flex-wrap gap-x-3 gap-y-1 text-sm">
        {years.map(([year]) => (
          <a key={year} href={hrefOf({ order, at: year })} className="inline-block py-1">
            {year}
          </a>
        ))}
      </p>
    </nav>
  );
}
