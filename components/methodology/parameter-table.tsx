import { PARAMETERS } from "@/lib/statistics/rules/parameters";

/** What an address may ask for, as the program itself reads it. */
export function ParameterTable() {
  return (
    <table className="mt-3 w-full border-collapse">
      <caption className="sr-only">URL parameters</caption>
      <thead className="border-rule-strong border-b text-left text-muted text-sm">
        <tr>
          <th scope="col" className="py-2 pr-4 font-normal">
            Parameter
          </th>
          <th scope="col" className="py-2 font-normal">
            What it may be
          </th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(PARAMETERS).map(([name, { allowed }]) => (
          <tr key={name} className="border-rule border-b align-top">
            <th scope="row" className="py-1.5 pr-4 text-left font-normal">
              <code>{name}</code>
            </th>
            <td className="py-1.5 text-muted [overflow-wrap:anywhere]">{allowed}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
