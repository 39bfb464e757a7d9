import type { ReactNode } from "react";
import { PageSection } from "@/components/ui/page-section";

interface StatisticProps {
  id: string;
  title: string;
  /** What may be quoted. */
  sentence: string;
  /** The rule, and of how many. */
  rule: string;
  /** What a reader has to know of it. */
  cautions?: readonly (string | null)[];
  /** What it is drawn and told of by. */
  ways: readonly { href: string; label: string }[];
  children?: ReactNode;
}

/** A number in words first, with its rule and denominator, and then as a chart. */
export function Statistic({
  id,
  title,
  sentence,
  rule,
  cautions = [],
  ways,
  children,
}: StatisticProps) {
  const said = cautions.filter((caution) => caution !== null);
  return (
    <PageSection id={id} title={title}>
      <p className="max-w-prose text-lg">{sentence}</p>
      {said.length > 0 && <p className="mt-2 max-w-prose">{said.join(" ")}</p>}
      <p className="mt-2 max-w-prose text-muted text-sm">{rule}</p>
      {ways.length > 0 && (
        <ul className="-ml-1.5 mt-1 flex flex-wrap text-sm">
          {ways.map(({ href, label }) => (
            <li key={label}>
              <a href={href} className="inline-block min-h-6 px-1.5 py-1">
                {label}
              </a>
            </li>
          ))}
        </ul>
      )}
      {children !== undefined && <div className="mt-6">{children}</div>}
    </PageSection>
  );
}
