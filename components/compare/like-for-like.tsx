import { PageSection } from "@/components/ui/page-section";
import { type Links, linksFor } from "@/lib/site/urls/links";
import { changeOf } from "@/lib/statistics/compare/compare-text";
import { knownCents, type Side } from "@/lib/statistics/compare/comparison";
import type { LikeForLike } from "@/lib/statistics/compare/like-for-like";
import { changeInPercent } from "@/lib/statistics/periods/percent";
import { type Day, dateText, yearOf } from "@/lib/values/dates/day";
import { formatUsd, formatUsdExact } from "@/lib/values/money/usd";

const WHY =
  "Thefts become known late, so that a year that is going on always looks small beside one that has been looked through again and again.";

/** From which day on it is possible, and why it is wanted. */
function NotYet({ from }: { from: Day }) {
  return (
    <>
      From <time dateTime={from}>{dateText(from)}</time> on: then there is a version of the record
      that is a year old. {WHY}
    </>
  );
}

/** This year to date against last year as it was known on the same day last year; until then, from when. */
export function LikeForLikeSection({ found, links }: { found: LikeForLike; links: Links }) {
  if (!found.isPossible)
    return (
      <PageSection
        id="like-for-like"
        title="Like for like"
        note="This year to date against last year as the record knew it on the same day last year."
      >
        <p className="max-w-prose">
          <NotYet from={found.from} />
        </p>
      </PageSection>
    );
  const { yearAgo, first, second, rules } = found;
  const labels = { first: labelOf(first), second: labelOf(second) };
  const thenLinks = linksFor({ version: yearAgo.number, pinned: true });
  return (
    <PageSection
      id="like-for-like"
      title="Like for like"
      note={`${labels.second} against the same days of the year before as version ${yearAgo.number} knew them, the newest on the same day last year. ${WHY}`}
    >
      <table className="w-full max-w-4xl border-collapse tabular-nums">
        <caption className="sr-only">Like for like</caption>
        <thead className="border-rule-strong border-b text-left text-sm">
          <tr>
            <td />
            <th scope="col" className="py-2 pl-3 text-right font-normal">
              <a href={thenLinks.number(rules.first)}>
                {labels.first}, as known on {dateText(yearAgo.publishedOn)}
              </a>
            </th>
            <th scope="col" className="py-2 pl-3 text-right font-normal">
              <a href={links.number(rules.second)}>{labels.second}</a>
            </th>
            <th scope="col" className="py-2 pl-3 text-right font-normal text-muted">
              Change
            </th>
          </tr>
        </thead>
        <tbody>
          <Row label="Total" first={first.total} second={second.total} />
          <Row
            label="without the largest"
            first={first.withoutLargest}
            second={second.withoutLargest}
          />
          <tr className="border-rule border-b">
            <th scope="row" className="py-2 text-left font-normal">
              Incidents, those of unknown size among them
            </th>
            <td className="py-2 pl-3 text-right">{first.total.incidents}</td>
            <td className="py-2 pl-3 text-right">{second.total.incidents}</td>
            <td className="py-2 pl-3 text-right font-semibold">
              {changeInPercent(second.total.incidents, first.total.incidents)}
            </td>
          </tr>
        </tbody>
      </table>
    </PageSection>
  );
}

/** The same in one line. */
export function LikeForLikeLine({ found, links }: { found: LikeForLike; links: Links }) {
  return (
    <p className="mt-3 max-w-prose text-muted text-sm">
      <a href={`${links.compare()}#like-for-like`}>Like for like</a>, against last year as the
      record knew it on the same day last year:{" "}
      {found.isPossible ? (
        <>
          {changeOf(found.first.total, found.second.total)}, and{" "}
          {changeOf(found.first.withoutLargest, found.second.withoutLargest)} without the largest of
          each, both through {dateText(found.second.days.to).replace(/ \d{4}$/, "")}.
        </>
      ) : (
        <>
          from <time dateTime={found.from}>{dateText(found.from)}</time> on, when a version of the
          record is a year old.
        </>
      )}
    </p>
  );
}

const labelOf = ({ days }: Side) =>
  `${yearOf(days.to)} through ${dateText(days.to).replace(/ \d{4}$/, "")}`;

function Row({
  label,
  first,
  second,
}: {
  label: string;
  first: Side["withoutLargest"];
  second: Side["withoutLargest"];
}) {
  return (
    <tr className="border-rule border-b">
      <th scope="row" className="py-2 text-left font-normal">
        {label}
      </th>
      {[first, second].map((side, place) => {
        const cents = side && knownCents(side);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two sides, in their order
          <td key={place} className="py-2 pl-3 text-right">
            {cents === null ? (
              "not known"
            ) : (
              <data value={cents / 100} title={formatUsdExact(cents / 100)}>
                {formatUsd(cents / 100)}
              </data>
            )}
          </td>
        );
      })}
      <td className="py-2 pl-3 text-right font-semibold">{changeOf(first, second)}</td>
    </tr>
  );
}
