import { WORKLISTS, type WorklistName } from "@/lib/desk/worklists/worklist";

interface WorklistTableProps {
  counts: Readonly<Record<WorklistName, number>>;
  /** How many of each are claimed; a list that is not there has none. */
  claimed: ReadonlyMap<string, number>;
  /** Whether addresses have not all been looked at yet, so that more of them may have a wrong checksum. */
  isChecking: boolean;
}

/** All worklists, each with how long it is. */
export function WorklistTable({ counts, claimed, isChecking }: WorklistTableProps) {
  return (
    <table className="w-full max-w-4xl border-rule border-t">
      <thead className="text-muted text-sm">
        <tr className="border-rule border-b">
          <th scope="col" className="py-1 pr-4 text-left font-normal">
            List
          </th>
          <th scope="col" className="py-1 pl-4 text-right font-normal">
            Records
          </th>
          <th scope="col" className="py-1 pl-4 text-right font-normal">
            Claimed
          </th>
        </tr>
      </thead>
      <tbody>
        {WORKLISTS.map(({ name, title, note }) => (
          <tr key={name} className="border-rule border-b align-baseline">
            <th scope="row" className="py-2 pr-4 text-left font-normal">
              <a href={`/desk/worklists/${name}`} className="font-semibold">
                {title}
              </a>
              <span className="block max-w-prose text-muted text-sm">{note}</span>
            </th>
            <td className="py-2 pl-4 text-right tabular-nums">
              {counts[name].toLocaleString("en-GB")}
              {isChecking && name === "wrong-checksum" && (
                <span className="block text-muted text-sm">so far; still checking addresses</span>
              )}
            </td>
            <td className="py-2 pl-4 text-right text-muted tabular-nums">
              {(claimed.get(name) ?? 0).toLocaleString("en-GB")}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
