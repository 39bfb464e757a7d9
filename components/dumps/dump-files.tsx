import { dumpPath } from "@/lib/site/dumps/manifest";
import type { OfferedDump } from "@/lib/site/dumps/offered-dumps";

interface DumpFilesProps {
  dump: OfferedDump;
  /** What each file is, by its path. */
  meanings: Map<string, string>;
}

/** What a dump holds: each file with its size and digest, table by table only on demand. */
export function DumpFiles({ dump, meanings }: DumpFilesProps) {
  const [whole, tables] = [true, false].map((isWhole) =>
    dump.files.filter(({ path }) => isOfAll(path) === isWhole),
  );
  return (
    <>
      <FileTable dump={{ ...dump, files: whole ?? [] }} meanings={meanings} />
      <details className="mt-4">
        <summary className="w-fit py-1">
          Table by table, as CSV and Parquet: {(tables ?? []).length.toLocaleString("en-GB")} files
        </summary>
        <FileTable dump={{ ...dump, files: tables ?? [] }} meanings={meanings} />
      </details>
    </>
  );
}

/** Whether a file holds or tells of all of the record, and not one table of it. */
function isOfAll(path: string): boolean {
  return !path.includes("/") || path === "parquet/incidents.parquet";
}

function FileTable({ dump, meanings }: DumpFilesProps) {
  const { version } = dump.manifest;
  return (
    <table className="w-full border-collapse text-sm">
      <caption className="sr-only">Files of the dump of version {version}</caption>
      <thead className="border-rule-strong border-b text-left text-muted">
        <tr>
          <th scope="col" className="py-1.5 pr-4 font-normal">
            File
          </th>
          <th scope="col" className="py-1.5 pr-4 text-right font-normal">
            Bytes
          </th>
          <th scope="col" className="hidden py-1.5 font-normal md:table-cell">
            SHA-256
          </th>
        </tr>
      </thead>
      <tbody>
        {dump.files.map(({ path, bytes, sha256 }) => (
          <tr key={path} className="border-rule border-b align-top">
            <th scope="row" className="py-1.5 pr-4 text-left font-normal [overflow-wrap:anywhere]">
              <a href={dumpPath(version, path)}>{path}</a>
              {meanings.has(path) && <span className="block text-muted">{meanings.get(path)}</span>}
            </th>
            <td className="py-1.5 pr-4 text-right tabular-nums">{bytes.toLocaleString("en")}</td>
            <td className="hidden py-1.5 text-muted [overflow-wrap:anywhere] md:table-cell">
              <code className="text-xs">{sha256}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
