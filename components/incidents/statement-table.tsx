import type { ReactNode } from "react";
import { HostLink } from "@/components/sources/host-link";
import { dateText } from "@/lib/values/dates/day";

/** One party's word for a value, and whether the record follows it. */
interface Statement {
  by: string;
  /** Day, month or year; null where not known. */
  on: string | null;
  source: string;
  preferred: boolean;
}

interface StatementTableProps<Said extends Statement> {
  caption: string;
  /** What the values are called, over their column. */
  heading: string;
  statements: readonly Said[];
  shown: (said: Said) => ReactNode;
  /** What else a statement is to the record, such as the lowest of all; null for nothing. */
  placeOf?: (said: Said) => string | null;
  /** What it rests on beside its source, such as an exchange rate; null for nothing. */
  noteOf?: (said: Said) => ReactNode;
}

const wide = "hidden py-2 pr-3 sm:table-cell";

/** Who says what of one value of an incident, when and where, and whom the record follows. On a phone the day and the source stand below the name. */
export function StatementTable<Said extends Statement>(props: StatementTableProps<Said>) {
  const { caption, heading, statements, shown, placeOf, noteOf } = props;
  return (
    <table className="w-full max-w-2xl border-collapse">
      <caption className="sr-only">{caption}</caption>
      <thead className="border-rule-strong border-b text-left text-muted text-sm">
        <tr>
          <th scope="col" className="py-2 pr-4 font-normal">
            {heading}
          </th>
          <th scope="col" className="py-2 pr-3 font-normal">
            Said by
          </th>
          <th scope="col" className={`${wide} font-normal`}>
            When
          </th>
          <th scope="col" className="hidden py-2 font-normal sm:table-cell">
            Source
          </th>
        </tr>
      </thead>
      <tbody>
        {statements.map((said) => {
          const place = placeOf?.(said) ?? null;
          const note = noteOf?.(said) ?? null;
          return (
            <tr key={JSON.stringify(said)} className="border-rule border-b align-top leading-6">
              <td
                className={`whitespace-nowrap py-2 pr-4 tabular-nums ${said.preferred ? "font-semibold" : ""}`}
              >
                {shown(said)}
              </td>
              <th scope="row" className="py-2 pr-3 text-left font-normal [overflow-wrap:anywhere]">
                {said.by}{" "}
                {said.preferred && (
                  <span className="ml-1 inline-block whitespace-nowrap bg-mark px-1.5 text-sm">
                    followed here
                  </span>
                )}
                {place !== null && (
                  <span className="inline-block whitespace-nowrap text-muted text-sm">
                    ({place})
                  </span>
                )}
                {note !== null && <span className="block text-muted text-sm">{note}</span>}
                <span className="block text-muted text-sm sm:hidden">
                  <When on={said.on} /> · <Where said={said} />
                </span>
              </th>
              <td className={`${wide} text-sm leading-6`}>
                <When on={said.on} />
              </td>
              <td className="hidden py-2 text-sm leading-6 [overflow-wrap:anywhere] sm:table-cell">
                <Where said={said} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function When({ on }: { on: string | null }) {
  if (on === null) return <span className="text-muted">undated</span>;
  return (
    <time dateTime={on} className="whitespace-nowrap">
      {dateText(on)}
    </time>
  );
}

function Where({ said: { by, source } }: { said: Statement }) {
  return <HostLink href={source} label={`Source of what ${by} says`} />;
}
