import { Moment } from "@/components/desk/moment";
import type { OpenImport } from "@/lib/imports/import";
import { IMPORT_STATE_WORDS } from "@/lib/imports/import-state";

/** One's own imports that are not ended, each with where it stands and why it came back. */
export function OpenImports({ imports }: { imports: readonly OpenImport[] }) {
  return (
    <ul className="border-rule border-t">
      {imports.map(({ id, fileName, state, rows, createdAt, submittedAt, returned }) => (
        <li key={id} className="border-rule border-b py-2 [overflow-wrap:anywhere]">
          <a href={`/desk/imports/${id}`} className="font-semibold">
            {fileName}
          </a>{" "}
          <span className="text-muted text-sm">
            {rows === 1 ? "1 record" : `${rows.toLocaleString("en-GB")} records`}
          </span>
          <div className="text-muted text-sm">
            {returned === null ? (
              <>
                {IMPORT_STATE_WORDS[state]}, {submittedAt === null ? "uploaded" : "handed in"}{" "}
                <Moment at={submittedAt ?? createdAt} />
              </>
            ) : (
              <>
                returned by {returned.by} <Moment at={new Date(returned.at)} />
                <span className="mt-1 block whitespace-pre-line border-rule-strong border-l-2 pl-3 text-ink">
                  {returned.reason}
                </span>
              </>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
