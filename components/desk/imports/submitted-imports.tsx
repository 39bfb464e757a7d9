import { ImportItem } from "@/components/desk/imports/import-item";
import { Age } from "@/components/desk/moment";
import type { SubmittedImport } from "@/lib/desk/imports/import";

interface SubmittedImportsProps {
  imports: readonly SubmittedImport[];
  reader: { id: string };
  now: Date;
}

/** Imports that wait to be read before they are published. */
export function SubmittedImports({ imports, reader, now }: SubmittedImportsProps) {
  return (
    <ul className="border-rule border-t">
      {imports.map((given) => {
        const { id, by, submittedAt, createdAt, note } = given;
        return (
          <ImportItem key={id} of={given}>
            by {by.id === reader.id ? "you" : by.name}, waiting{" "}
            <Age at={submittedAt ?? createdAt} now={now} />
            <span className="block whitespace-pre-line text-ink">{note}</span>
          </ImportItem>
        );
      })}
    </ul>
  );
}
