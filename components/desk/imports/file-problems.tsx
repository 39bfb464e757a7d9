import type { ProblemGroup } from "@/lib/desk/imports/grouped-problems";

/** What is wrong in a file, or doubtful: line, record, field, and what is allowed; what is told alike stands once. */
export function FileProblems({
  caption,
  problems,
}: {
  caption: string;
  problems: readonly ProblemGroup[];
}) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-left text-sm [overflow-wrap:anywhere]">
        <caption className="sr-only">{caption}</caption>
        <thead className="max-sm:sr-only">
          <tr className="border-rule-strong border-b">
            <th scope="col" className="w-16 py-1 pr-4 text-right">
              Line
            </th>
            <th scope="col" className="w-56 py-1 pr-4">
              Record
            </th>
            <th scope="col" className="w-48 py-1 pr-4">
              Field
            </th>
            <th scope="col" className="py-1">
              What is wrong
            </th>
          </tr>
        </thead>
        <tbody>
          {problems.map(({ record, line, name, field, message, others }, index) => (
            <tr
              // Two problems may be told alike.
              key={`${record} ${field} ${message} ${index.toString()}`}
              className="border-rule border-b align-top max-sm:block max-sm:py-2"
            >
              <td className="py-1 pr-4 max-sm:inline max-sm:py-0 sm:text-right">
                {line !== null && <span className="sm:hidden">Line </span>}
                {line ?? ""}
              </td>
              <td className="py-1 pr-4 max-sm:inline max-sm:py-0">
                {record === null ? "the file" : name === "" ? `record ${record}` : name}
                {others > 0 && (
                  <span className="text-muted"> and {others.toLocaleString("en-GB")} more</span>
                )}
              </td>
              <td className="py-1 pr-4 max-sm:block max-sm:py-0">
                <code>{field}</code>
              </td>
              <td className="py-1 max-sm:block max-sm:py-0">{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
