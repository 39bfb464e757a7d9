import { type LookedUp, lookedUpText } from "@/lib/statistics/search/lookup";
import { chainLabel } from "@/lib/values/taxonomy/taxonomy";

interface LookupResultsProps {
  looked: readonly LookedUp[];
  incidents: string;
}

/** What was looked up, in the order in which it was given. */
export function LookupResults({ looked, incidents }: LookupResultsProps) {
  const found = looked.filter(({ text }) => text !== null).length;
  const unread = looked.filter(({ kind }) => kind === null).length;
  return (
    <section aria-labelledby="looked-up" className="mt-8">
      <h2 id="looked-up" className="font-semibold text-2xl">
        {found.toLocaleString("en-GB")} of {looked.length.toLocaleString("en-GB")} in the record
      </h2>
      {unread > 0 && (
        <p className="mt-1">
          {unread === 1
            ? "One entry was not read"
            : `${unread.toLocaleString("en-GB")} entries were not read`}
          ; they are marked below.
        </p>
      )}
      <p className="mt-1 max-w-prose text-muted text-sm">
        That an address is not here says nothing about it: the record holds what sources name.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <section className="mt-4 overflow-x-auto" aria-label="What was looked up" tabIndex={0}>
        <table className="w-full min-w-[40rem] border-collapse text-base">
          <thead className="border-rule-strong border-b text-left text-muted text-sm">
            <tr>
              <th scope="col" className="py-2 pr-3 font-normal">
                As given
              </th>
              <th scope="col" className="px-3 py-2 font-normal">
                Result
              </th>
              <th scope="col" className="py-2 pl-3 font-normal">
                Incidents
              </th>
            </tr>
          </thead>
          <tbody>
            {looked.map((one, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is as it was pasted, the same entry perhaps twice
              <tr key={index} className="border-rule border-b align-top">
                <th
                  scope="row"
                  className="max-w-80 py-2 pr-3 text-left font-mono font-normal text-sm [overflow-wrap:anywhere]"
                >
                  {one.given}
                </th>
                <td className={`px-3 py-2 ${one.text === null ? "text-muted" : ""}`}>
                  {lookedUpText(one)}
                  {one.chains.length > 0 && (
                    <span className="block text-muted text-sm">
                      {one.kind} on {one.chains.map(chainLabel).join(", ")}
                    </span>
                  )}
                </td>
                <td className="py-2 pl-3">
                  {one.incidents.map(({ slug, name, role }) => (
                    <span key={`${slug} ${role}`} className="block">
                      <a href={`${incidents}/${slug}`}>{name}</a>{" "}
                      <span className="text-muted text-sm">{role}</span>
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
