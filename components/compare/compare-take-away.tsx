import { TakeAway } from "@/components/publish/take-away";
import type { Links } from "@/lib/site/urls/links";
import type { CompareView } from "@/lib/statistics/compare/compare-view";
import type { Day } from "@/lib/values/dates/day";

interface CompareTakeAwayProps {
  view: CompareView;
  title: string;
  version: { number: number; publishedOn: Day };
  /** The same links, pinned to the version. */
  permanent: Links;
}

/** A comparison to be cited and taken away: its permanent link, data and citations. */
export function CompareTakeAway({ view, title, version, permanent }: CompareTakeAwayProps) {
  return (
    <TakeAway
      what="comparison"
      title={title}
      version={version}
      path={permanent.compare(view)}
      fileOf={(format) => permanent.compareFile(view, format)}
    />
  );
}
