import { Notice } from "@/components/desk/ui/notice";
import { recordUrl } from "@/lib/desk/proposals/record-url";
import type { Merging, ReassignedReference } from "@/lib/record/publishing/reassigned-reference";

/** Records named one by one; beyond them only counted. */
const SHOWN = 100;

/**
 * The references that a merged actor gets back when it is active again, and those that were changed since and stay
 * with the other.
 */
export function RestoredReferencesNotice({ merging }: { merging: Merging | null }) {
  if (merging === null || merging.reassigned.length === 0) return null;
  const { version, into, reassigned } = merging;
  const back = reassigned.filter(({ changedSince }) => !changedSince);
  const left = reassigned.filter(({ changedSince }) => changedSince);
  const other = <a href={`/desk/records/actor/${into.slug}`}>{into.name}</a>;
  return (
    <Notice kind="mind" title="Its own references are restored">
      {back.length > 0 && (
        <>
          <p>
            Version {version} merged it, and what named it has named {other} since. In the version
            that lets it stand again these name it as they did before:
          </p>
          <Records records={back} />
        </>
      )}
      {left.length > 0 && (
        <>
          <p className={back.length > 0 ? "mt-2" : ""}>
            Changed since version {version} merged it, and so left as they are, naming {other}.
            Revise each that should name this one again:
          </p>
          <Records records={left} />
        </>
      )}
    </Notice>
  );
}

function Records({ records }: { records: readonly ReassignedReference[] }) {
  return (
    <ul className="list-disc pl-5">
      {records.slice(0, SHOWN).map((record) => (
        <li key={`${record.kind} ${record.recordId}`} className="[overflow-wrap:anywhere]">
          <a href={recordUrl(record.kind, record)}>{record.title}</a>
          {record.kind !== "incident" && (
            <span className="text-muted text-sm">, {record.kind}</span>
          )}
        </li>
      ))}
      {records.length > SHOWN && <li>and {records.length - SHOWN} more</li>}
    </ul>
  );
}
