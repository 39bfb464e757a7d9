/** Names with what is said of each: parameters, or fields with what they hold. */
export function TermTable({
  caption,
  head,
  rows,
}: {
  caption: string;
  head: string;
  rows: readonly { name: string; type?: string; description: string }[];
}) {
  return (
    <table className="mt-3 w-full border-collapse text-sm">
      <caption className="sr-only">{caption}</caption>
      <thead className="border-rule-strong border-b text-left text-muted">
        <tr>
          <th scope="col" className="w-2/5 py-1.5 pr-4 font-normal sm:w-1/4">
            {head}
          </th>
          <th scope="col" className="py-1.5 font-normal">
            What it is
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, type, description }) => (
          <tr key={name} className="border-rule border-b align-top">
            <th scope="row" className="py-1.5 pr-4 text-left font-normal [overflow-wrap:anywhere]">
              <code>{name}</code>
            </th>
            <td className="py-1.5 text-muted [overflow-wrap:anywhere]">
              {type !== undefined && <span className="text-ink">{type}</span>}
              {type !== undefined && description !== "" && ". "}
              {description}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
