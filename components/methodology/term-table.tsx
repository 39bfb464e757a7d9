import type { Term } from "@/lib/values/taxonomy/taxonomy";

interface TermTableProps {
  caption: string;
  terms: readonly Term[];
  /** Incidents of the version by value; a value that is not among them has none. */
  counts: ReadonlyMap<string, number>;
  hrefOf: (value: string) => string;
}

/** A taxonomy's values: what each is called, what it means, its name in addresses, and how many incidents have it. */
export function TermTable({ caption, terms, counts, hrefOf }: TermTableProps) {
  return (
    <table className="mt-3 w-full border-collapse">
      <caption className="sr-only">{caption}</caption>
      <thead className="border-rule-strong border-b text-left align-bottom text-muted text-sm">
        <tr>
          <th scope="col" className="py-2 pr-3 font-normal">
            Name and meaning
          </th>
          <th scope="col" className="hidden w-60 py-2 pr-3 font-normal sm:table-cell">
            In addresses
          </th>
          <th scope="col" className="py-2 text-right font-normal">
            Incidents
          </th>
        </tr>
      </thead>
      <tbody>
        {terms.map(({ value, label, definition }) => {
          const count = counts.get(value) ?? 0;
          return (
            <tr key={value} className="border-rule border-b align-top">
              <th
                scope="row"
                className="py-1.5 pr-3 text-left font-normal [overflow-wrap:anywhere]"
              >
                <span className="font-semibold">{label}</span>
                {definition !== null && <span className="block text-muted">{definition}</span>}
                <code className="block text-muted text-sm sm:hidden">{value}</code>
              </th>
              <td className="hidden py-1.5 pr-3 [overflow-wrap:anywhere] sm:table-cell">
                <code className="text-muted text-sm">{value}</code>
              </td>
              <td className="py-1.5 text-right">
                {count === 0 ? (
                  <span className="text-muted">—</span>
                ) : (
                  <a href={hrefOf(value)}>{count.toLocaleString("en-GB")}</a>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
