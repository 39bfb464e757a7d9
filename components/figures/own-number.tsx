import { TotalLoss } from "@/components/actors/total-loss";
import type { Links } from "@/lib/site/urls/links";
import type { Incomparable, OwnNumber } from "@/lib/statistics/figures/compared-figure";

/** Why none of ours stands beside a figure, in short. */
export const WHY: Record<Incomparable, string> = {
  named: "a sum of named thefts",
  part: "only a part of these thefts",
  net: "net of what came back",
  more: "more than thefts",
  days: "not whole months",
  scope: "no category of ours",
  uncovered: "not yet covered",
};

/** Lossline's number of the scope that a figure says it has, with the incidents behind it; or why there is none. */
export function OwnNumberCell({ own, links }: { own: OwnNumber; links: Links }) {
  if (typeof own === "string")
    return (
      <span className="block text-muted text-sm leading-6">
        <span className="sr-only">no number: </span>
        {WHY[own]}
      </span>
    );
  if (own.incidents === 0) return <span className="text-muted text-sm leading-6">no incident</span>;
  return (
    <>
      <span className="whitespace-nowrap">
        <TotalLoss total={own} href={links.incidents(own.filters, { sort: "largest" })} />
      </span>
      <span className="block text-muted text-sm">
        {own.incidents.toLocaleString("en-GB")} {own.incidents === 1 ? "incident" : "incidents"}
      </span>
    </>
  );
}
