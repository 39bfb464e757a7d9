import { HostLink } from "@/components/sources/host-link";
import type { PublisherRule } from "@/lib/record/publishers/publisher";
import { ruleSwitches, ruleYears } from "@/lib/statistics/reconciliation/rule-text";
import { CATEGORIES } from "@/lib/values/taxonomy/taxonomy";

const labelOf = (category: string) =>
  CATEGORIES.find(({ value }) => value === category)?.label ?? category;

/** How a publisher counts in some years, switch by switch, with its classes and the pages that say so. */
export function PublisherRuleFacts({ name, rule }: { name: string; rule: PublisherRule }) {
  const classes = Object.entries(rule.categories ?? {});
  return (
    <section className="mb-8 max-w-4xl">
      <h3 className="font-semibold text-lg">
        {name}, {ruleYears(rule)}
      </h3>
      {rule.note !== "" && <p className="mt-1 max-w-prose">{rule.note}</p>}
      <dl className="mt-3 grid gap-x-8 gap-y-2 text-sm sm:grid-cols-2 lg:grid-cols-4">
        {ruleSwitches(rule).map(({ label, value }) => (
          <div key={label} className="border-rule border-t pt-1">
            <dt className="text-muted">{label}</dt>
            <dd className={value === null ? "text-muted italic" : undefined}>
              {value ?? "not known"}
            </dd>
          </div>
        ))}
      </dl>
      {classes.length > 0 && (
        <p className="mt-3 max-w-prose text-sm">
          Its classes, and ours that come nearest:{" "}
          {classes
            .map(([called, categories]) => `${called} (${categories.map(labelOf).join(", ")})`)
            .join("; ")}
          .
        </p>
      )}
      <details className="mt-2 text-sm">
        <summary className="w-fit py-1">
          {rule.sources.length} {rule.sources.length === 1 ? "source" : "sources"} of this rule
        </summary>
        <ul className="mt-1 space-y-1">
          {rule.sources.map((source) => (
            <li key={source} className="[overflow-wrap:anywhere]">
              <HostLink href={source} label={`Source of the rule of ${name}`} />
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
