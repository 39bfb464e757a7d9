import type { Links } from "@/lib/site/urls/links";
import { type ActorPageView, DEFAULT_CONFIDENCE } from "@/lib/statistics/rules/views";
import { type Day, dateText } from "@/lib/values/dates/day";
import type { Confidence } from "@/lib/values/taxonomy/taxonomy";

interface ActorPeriodProps {
  slug: string;
  view: ActorPageView;
  links: Links;
}

/** Which days the page counts, all or a year up to a day; and which statements, all or those made by a day. */
export function ActorPeriod({ slug, view, links }: ActorPeriodProps) {
  const { confidence, period, known } = view;
  return (
    <div className="mt-3 flex flex-wrap items-end gap-x-6 gap-y-2 text-sm">
      {period !== null && (
        <p className="py-1">
          <strong>
            1 January – <time dateTime={period.through}>{dateText(period.through)}</time>
          </strong>{" "}
          only. <a href={links.actor(slug, confidence, null, known)}>All years</a>
        </p>
      )}
      {known !== null && (
        <p className="py-1">
          <strong>
            As known on <time dateTime={known}>{dateText(known)}</time>
          </strong>
          : only what had been said by then.{" "}
          <a href={links.actor(slug, confidence, period)}>All statements</a>
        </p>
      )}
      <DayForm
        slug={slug}
        name="through"
        label="One year, from 1 January through"
        given={period?.through ?? null}
        kept={{ confidence, known }}
        links={links}
      />
      <DayForm
        slug={slug}
        name="known"
        label="As known on"
        given={known}
        kept={{ confidence, through: period?.through ?? null }}
        links={links}
      />
    </div>
  );
}

interface DayFormProps {
  slug: string;
  name: "through" | "known";
  label: string;
  given: Day | null;
  /** What the page is asked for besides; null where it is not. */
  kept: { confidence: Confidence; known?: Day | null; through?: Day | null };
  links: Links;
}

/** Asks for one day, and leaves everything else as it is. A form of its own, so that none is sent empty. */
function DayForm({ slug, name, label, given, kept, links }: DayFormProps) {
  const { confidence, ...days } = kept;
  const others = [
    ...Object.entries(days),
    ["confidence", confidence === DEFAULT_CONFIDENCE ? null : confidence] as const,
  ];
  return (
    <form action={links.actor(slug)} method="get" className="flex items-end gap-2">
      <label>
        <span className="mb-0.5 block text-muted">{label}</span>
        <input
          type="date"
          name={name}
          required
          defaultValue={given ?? undefined}
          className="field w-full"
        />
      </label>
      {others.map(
        ([other, value]) =>
          typeof value === "string" && (
            <input key={other} type="hidden" name={other} value={value} />
          ),
      )}
      <button type="submit" className="button">
        Show
      </button>
    </form>
  );
}
