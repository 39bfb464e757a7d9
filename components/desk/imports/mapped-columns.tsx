import { ServedSelect } from "@/components/desk/ui/served-field";
import {
  AMOUNT_RULE_LABELS,
  AMOUNT_RULES,
  DATE_RULE_LABELS,
  DATE_RULES,
} from "@/lib/desk/imports/tables/column-rule";
import { MAPPED_FIELDS } from "@/lib/desk/imports/tables/mapped-field";

/** A column of somebody else's table as it is mapped. */
export interface ColumnShown {
  place: number;
  name: string;
  /** A few of the texts that stand in it. */
  samples: string[];
  /** The key of a field; empty where it is left aside. */
  to: string;
  kind: "date" | "amount" | null;
  rule: string;
  /** The text that decided the rule; null where none did. */
  because: string | null;
}

const FIELDS = MAPPED_FIELDS.map(({ key, label }) => ({ value: key, label }));

/** The columns of a table, each with what stands in it, what it is and how it is read. */
export function MappedColumns({ columns }: { columns: readonly ColumnShown[] }) {
  return (
    <ul className="border-rule border-t">
      {columns.map(({ place, name, samples, to, kind, rule, because }) => (
        <li
          key={place}
          className="grid items-start gap-x-6 gap-y-1 border-rule border-b py-2.5 sm:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]"
        >
          <div className="min-w-0 [overflow-wrap:anywhere]">
            <label htmlFor={`to-${place}`} className="font-semibold">
              {name}
            </label>
            <span className="block text-muted text-sm">
              {samples.length === 0 ? "nothing in it" : samples.join(" · ")}
            </span>
          </div>
          <div className="min-w-0 space-y-1.5">
            <ServedSelect
              id={`to-${place}`}
              name={`to-${place}`}
              options={FIELDS}
              nothing="left aside"
              served={to}
            />
            {kind !== null && (
              <div>
                <label htmlFor={`rule-${place}`} className="text-muted text-sm">
                  All of it is read
                </label>
                <ServedSelect
                  id={`rule-${place}`}
                  name={`rule-${place}`}
                  options={kind === "date" ? DATES : AMOUNTS}
                  served={rule}
                />
                {because !== null && (
                  <p className="text-muted text-sm">as “{because}” in it shows</p>
                )}
              </div>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

const DATES = DATE_RULES.map((value) => ({ value, label: DATE_RULE_LABELS[value] }));
const AMOUNTS = AMOUNT_RULES.map((value) => ({ value, label: AMOUNT_RULE_LABELS[value] }));
