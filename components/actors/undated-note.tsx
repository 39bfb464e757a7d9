import type { Links } from "@/lib/site/urls/links";
import { undatedOf } from "@/lib/statistics/actors/actor-filters";
import type { Filters } from "@/lib/statistics/rules/views";
import type { Total } from "@/lib/statistics/totals/totals";
import { dateText } from "@/lib/values/dates/day";
import { formatUsd } from "@/lib/values/money/usd";

interface UndatedNoteProps {
  /** What the statements concerned are about. */
  undated: Total;
  total: Total;
  /** The rule of the page. */
  filters: Filters;
  links: Links;
}

/** How much of an actor's number leans on statements of which no date is known. */
export function UndatedNote({ undated, total, filters, links }: UndatedNoteProps) {
  const { known } = filters;
  if (undated.incidents === 0 && known === undefined) return null;
  const count = undated.incidents === 1 ? "one" : undated.incidents.toLocaleString("en-GB");
  const sum =
    undated.incidents === undated.unknownSize
      ? "of unknown size"
      : `${formatUsd(undated.lossUsd)}${undated.unknownSize === 0 ? "" : ` and ${undated.unknownSize} of unknown size`}`;
  if (known !== undefined)
    return (
      <p className="mt-3 max-w-prose text-sm">
        Counted is what had been said by {dateText(known)}, with the amounts that the record knows
        today.
        {undated.incidents > 0 && (
          <>
            {" "}
            Statements about{" "}
            <a href={links.incidents(undatedOf(filters))}>
              {count} more {undated.incidents === 1 ? "incident" : "incidents"}
            </a>{" "}
            until then ({sum}) bear no date: whether they had been made is not known, and they are
            left out.
          </>
        )}
      </p>
    );
  return (
    <p className="mt-3 max-w-prose text-sm">
      <a href={links.incidents(undatedOf(filters))}>
        {count} of{" "}
        {total.incidents === 1
          ? "the one incident"
          : `the ${total.incidents.toLocaleString("en-GB")} incidents`}
      </a>{" "}
      ({sum}) {undated.incidents === 1 ? "rests" : "rest"} on one source that bears no date.
    </p>
  );
}
