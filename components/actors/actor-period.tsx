import type { Links } from "@/lib/site/urls/links";
import { type ActorPageView, DEFAULT_CONFIDENCE } from "@/lib/statistics/rules/views";
import { dateText } from "@/lib/values/dates/day";

interface ActorPeriodProps {
  slug: string;
  view: ActorPageView;
  links: Links;
}

/** Which days the page counts: all, or a year up to a day. */
export function ActorPeriod({ slug, view: { confidence, period }, links }: ActorPeriodProps) {
  return (
    <div className="mt-3 flex flex-wrap items-end gap-x-6 gap-y-2 text-sm">
      {period !== null && (
        <p className="py-1">
          <strong>
            1 January – <time dateTime={period.through}>{dateText(period.through)}</time>
          </strong>{" "}
          only. <a href={links.actor(slug, confidence)}>All years</a>
        </p>
      )}
      <form action={links.actor(slug)} method="get" className="flex items-end gap-2">
        <label>
          <span className="mb-0.5 block text-muted">One year, from 1 January through</span>
          <input
            type="date"
            name="through"
            required
            defaultValue={period?.through}
            className="field w-full"
          />
        </label>
        {confidence !== DEFAULT_CONFIDENCE && (
          <input type="hidden" name="confidence" value={confidence} />
        )}
        <button type="submit" className="button">
          Show
        </button>
      </form>
    </div>
  );
}
