import { dumpPath } from "@/lib/site/dumps/manifest";
import type { OfferedDump } from "@/lib/site/dumps/offered-dumps";

/** What a dump holds: each file with its size and digest. */
export function DumpFiles({
  dump,
  meanings,
}: {
  dump: OfferedDump;
  meanings: Map<string, string>;
}) {
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
