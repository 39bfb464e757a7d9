import type { ReactNode } from "react";
import { type SeveralValued, valuesOf } from "@/lib/statistics/rules/parameters";

interface FacetGroupProps {
  name: SeveralValued;
  label: string;
  /** What is asked for at present, as the URL has it. */
  picked: string | undefined;
  options: readonly { value: string; label: string }[];
  counts: ReadonlyMap<string, number>;
  /** A field for a value that is not among the options. */
  children?: ReactNode;
}

/**
 * Values of a filter, several of which can be had or left out, with how many incidents each would list alone under all
 * other filters.
 */
export function FacetGroup({ name, label, picked, options, counts, children }: FacetGroupProps) {
  const { among, without } = valuesOf(name, picked);
  const chosen = [
    ...(among.length === 0 ? [] : [`${among.length} chosen`]),
    ...(without.length === 0 ? [] : [`${without.length} left out`]),
  ].join(", ");
  const listed = new Set(options.map(({ value }) => value));
  // What was asked for and is not there must not be lost when the form is sent again.
  const others = [...among, ...without].filter((value) => !listed.has(value));
  const rows = [...others.map((value) => ({ value, label: value })), ...options];
  return (
    <details className="facet" name="facet">
      <summary>
        {label}
        {chosen !== "" && <strong> {chosen}</strong>}
      </summary>
      <fieldset>
        <legend className="sr-only">{label}</legend>
        <p aria-hidden="true">
          <span>With any of</span>
          <span>Without</span>
        </p>
        <ul>
          {rows.map(({ value, label: called }) => {
            const count = counts.get(value) ?? 0;
            return (
              <li key={value} data-none={count === 0 ? "" : undefined}>
                <label>
                  <input
                    type="checkbox"
                    name={name}
                    value={value}
                    defaultChecked={among.includes(value)}
                  />
                  {called}
                  <span>{count.toLocaleString("en-GB")}</span>
                </label>
                <input
                  type="checkbox"
                  name={name}
                  value={`-${value}`}
                  defaultChecked={without.includes(value)}
                  aria-label={`Without ${called}`}
                />
              </li>
            );
          })}
        </ul>
        {children}
      </fieldset>
    </details>
  );
}
