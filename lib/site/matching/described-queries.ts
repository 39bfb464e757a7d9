import type { Queryable } from "@/lib/db/client";
import { readEntityId } from "@/lib/site/matching/entity-id";
import { extend } from "@/lib/site/matching/extend-queries";
import type { Cell } from "@/lib/site/matching/extension";
import type { MatchedKind } from "@/lib/site/matching/matched-kind";
import { PREVIEWED } from "@/lib/site/matching/preview-page";
import { numberedRecords } from "@/lib/site/matching/record-number-queries";
import type { Links } from "@/lib/site/urls/links";
import { publicUrl } from "@/lib/site/urls/public-url";

/** What a cell was matched to, for people. */
export interface Described {
  kind: MatchedKind;
  name: string;
  /** Of its page, under the version that is asked. */
  path: string;
  cells: Record<string, Cell[]>;
}

/** What an id names at a version; null where the version does not hold it. */
export async function described(
  db: Queryable,
  version: number,
  { links, permanent }: { links: Links; permanent: Links },
  id: string,
): Promise<Described | null> {
  const entity = readEntityId(id);
  if (entity === null) return null;
  const properties = ["name", "chains", ...PREVIEWED[entity.kind].map(([property]) => property)];
  const { rows } = await extend(db, version, permanent, { ids: [id], properties }, publicUrl);
  const cells = rows[id] ?? {};
  if (!("number" in entity)) {
    if ((cells.chains ?? []).length === 0) return null;
    const { kind, chain, text } = entity;
    return { kind, name: text, path: links[kind](chain, text), cells };
  }
  const [record] = await numberedRecords(db, version, [entity]);
  if (record === undefined) return null;
  const [name] = cells.name ?? [];
  return {
    kind: record.kind,
    name: name !== undefined && "str" in name ? name.str : record.name,
    path: links.record(record.kind, record.slug),
    cells,
  };
}
