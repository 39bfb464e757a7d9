import type { Links } from "@/lib/site/urls/links";
import type { NumberRule } from "@/lib/statistics/changes/number-rule";
import { isNumber } from "@/lib/statistics/numbers/number-view";

interface AboutNumberProps {
  rule: NumberRule;
  /** What the link is called, where a page has several numbers. */
  label?: string;
  links: Links;
}

/** The way from a number to all about it. What a text search finds is nobody's total, so there it leads nowhere. */
export function AboutNumber({ rule, label = "About this number", links }: AboutNumberProps) {
  if (!isNumber(rule.filters)) return null;
  return (
    <a href={links.number(rule)} className="inline-block py-1">
      {label}
    </a>
  );
}

/** The same as a line of its own: a sentence to print, the range, what others say, what changed. */
export function AboutNumberLine(props: AboutNumberProps) {
  if (!isNumber(props.rule.filters)) return null;
  return (
    <p className="mt-3 text-muted text-sm">
      <AboutNumber {...props} />: a sentence to print, its range, what others say, what changed, how
      to cite it
    </p>
  );
}
