import type { Impact } from "@/lib/desk/impact/impact";
import { type ImpactGroup, type ImpactLine, impactText } from "@/lib/desk/impact/impact-text";

/** Names of what stays that are read out; the rest is counted. */
const NAMED = 4;
/** Lines of a group that are shown at once; a reader asks for the rest. */
const SHOWN = 8;

/** What publishing would move, before and after; in columns where there is room for them. */
export function ImpactPanel({ impact }: { impact: Impact }) {
  const groups = impactText(impact);
  const moves = groups.some(({ lines }) => lines.length > 0);
  return (
    <div className="@container">
      {!moves && <p className="mt-1">No total, rank or comparison of the record moves.</p>}
      {impact.incidents > 1 && (
        <p className="mt-1 text-muted text-sm">
          {impact.incidents.toLocaleString("en-GB")} incidents get a new revision.
        </p>
      )}
      {groups.map((group) => (
        <Group key={group.title} group={group} />
      ))}
      <p className="mt-3 text-muted text-sm">
        Worked out by publishing it, reading the record’s own totals, and undoing it again.
      </p>
    </div>
  );
}

function Group({ group: { title, lines, unchanged } }: { group: ImpactGroup }) {
  return (
    <div className="mt-4">
      {lines.length > 0 && (
        <>
          <Lines title={title} lines={lines.slice(0, SHOWN)} />
          {lines.length > SHOWN && (
            <details>
              <summary className="py-2 text-sm">
                {(lines.length - SHOWN).toLocaleString("en-GB")} more
              </summary>
              <Lines title={`${title}, the others`} lines={lines.slice(SHOWN)} />
            </details>
          )}
        </>
      )}
      {unchanged.length > 0 && (
        <p className="mt-2 text-muted text-sm">
          {lines.length === 0 && `${title}: `}
          {unchanged.slice(0, NAMED).join("; ")}
          {unchanged.length > NAMED &&
            `; and ${(unchanged.length - NAMED).toLocaleString("en-GB")} more`}
          {": unchanged."}
        </p>
      )}
    </div>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly ImpactLine[] }) {
  return (
    <table className="w-full table-fixed border-collapse text-sm @max-md:block">
      <caption className="border-rule border-b pb-1 text-left font-semibold text-muted @max-md:block">
        {title}
      </caption>
      <colgroup className="@max-md:hidden">
        <col className="w-[36%]" />
        <col className="w-[23%]" />
        <col className="w-[26%]" />
        <col />
      </colgroup>
      <thead className="sr-only">
        <tr>
          <th scope="col">What</th>
          <th scope="col">Now</th>
          <th scope="col">Then</th>
          <th scope="col">Difference</th>
        </tr>
      </thead>
      <tbody className="@max-md:block">
        {lines.map((line) => (
          <Line key={line.label} line={line} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ line: { label, before, after, change } }: { line: ImpactLine }) {
  return (
    <tr className="border-rule border-b align-top @max-md:block @max-md:py-2">
      <th
        scope="row"
        className="py-1.5 pr-4 text-left font-normal [overflow-wrap:anywhere] @max-md:block @max-md:py-0"
      >
        {label}
      </th>
      <td className="py-1.5 pr-4 text-muted @max-md:inline @max-md:pr-1">{before}</td>
      <td className="py-1.5 pr-4 font-semibold @max-md:inline @max-md:pr-1">
        <span aria-hidden="true" className="font-normal text-muted">
          →{" "}
        </span>
        {after}
      </td>
      <td className="py-1.5 text-right @max-md:block @max-md:py-0 @max-md:text-left">{change}</td>
    </tr>
  );
}
