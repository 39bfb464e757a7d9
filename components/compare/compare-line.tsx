import type { ReactNode } from "react";
import type { Links } from "@/lib/site/urls/links";
import type { CompareView } from "@/lib/statistics/compare/compare-view";

/** The way to a comparison, as a line of its own. */
export function CompareLine({
  view,
  links,
  children,
}: {
  view: CompareView;
  links: Links;
  /** What the link is called. */
  children: ReactNode;
}) {
  return (
    <p className="mt-3 text-muted text-sm">
      <a href={links.compare(view)} className="inline-block py-1">
        {children}
      </a>
      : with and without the largest, and which incidents make the difference
    </p>
  );
}
