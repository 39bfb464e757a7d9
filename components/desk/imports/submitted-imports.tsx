import { Age } from "@/components/desk/moment";
import type { SubmittedImport } from "@/lib/imports/import";

interface SubmittedImportsProps {
  imports: readonly SubmittedImport[];
  reader: { id: string };
  now: Date;
}

/** Imports that wait to be read before they are published. */
export function SubmittedImports({ imports, reader, now }: SubmittedImportsProps) {
  return (
    <ul className="border-rule border-t">
      {imports.map(({ id, fileName, rows, by, submittedAt, createdAt, note }) => (
        <li key={id} className="border-rule border-b py-2 [overflow-wrap:anywhere]">
          <a href={`/desk/imports/${id}`} className="font-semibold">
            {fileName}
          </a>{" "}
          <span className="text-muted text-sm">
            {rows === 1 ? "1 record" : `${rows.toLocaleString("en-GB")} records`}
          </span>
          <div className="text-muted text-sm">
            by {by.id === reader.id ? "you" : by.name}, waiting{" "}
            <Age at={submittedAt ?? createdAt} now={now} />
            <span className="block whitespace-pre-line text-ink">{note}</span>
          </div>
        </li>
      ))}
    </ul>
  );
}
