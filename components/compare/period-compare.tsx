import { CompareLine } from "@/components/compare/compare-line";
import { LikeForLikeLine } from "@/components/compare/like-for-like";
import type { Links } from "@/lib/site/urls/links";
import type { LikeForLike } from "@/lib/statistics/compare/like-for-like";
import { lossesUnder } from "@/lib/statistics/numbers/number-view";
import type { PeriodView } from "@/lib/statistics/periods/period";
import type { PeriodData } from "@/lib/statistics/periods/period-data";

const ofDays = ({ period, through }: PeriodView) => lossesUnder({ from: period.from, to: through });

/** From a period to what it can be compared with; `likeForLike` is null of any but the current year. */
export function PeriodCompare({
  data,
  likeForLike,
  links,
}: {
  data: Pick<PeriodData, "view" | "yearBefore">;
  likeForLike: LikeForLike | null;
  links: Links;
}) {
  const view = { first: ofDays(data.yearBefore.view), second: ofDays(data.view) };
  return (
    <>
      <CompareLine view={view} links={links}>
        Compare with the same days a year before
      </CompareLine>
      {likeForLike !== null && <LikeForLikeLine found={likeForLike} links={links} />}
    </>
  );
}
