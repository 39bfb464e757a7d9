import { ImportItem } from "@/components/desk/imports/import-item";
import { Moment } from "@/components/desk/moment";
import type { OpenImport } from "@/lib/desk/imports/import";
import { IMPORT_STATE_LABELS } from "@/lib/desk/imports/import-state";

/** One's own imports that are not ended, each with where it stands and why it came back. */
export function OpenImports({ imports }: { imports: readonly OpenImport[] }) {
  return (
    <ul className="border-rule border-t">
      {imports.map((given) => {
        const { id, state, createdAt, submittedAt, returned } = given;
        return (
          <ImportItem key={id} of={given}>
            {returned === null ? (
              <>
                {IMPORT_STATE_LABELS[state]}, {submittedAt === null ? "uploaded" : "handed in"}{" "}
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
          </ImportItem>
        );
      })}
    </ul>
  );
}
