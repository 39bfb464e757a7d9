import type { Queryable } from "@/lib/db/client";
import { definitionsAt } from "@/lib/record/incidents/technique-and-chain-queries";
import { foldedName } from "@/lib/record/targets/folded-name";
import { targetDirectory } from "@/lib/record/targets/target-queries";
import { dateInShort, dayOf, trimToPrecision } from "@/lib/values/dates/day";
import {
  type TargetKind,
  type Term,
  termLabel,
  withOpenTechniques,
} from "@/lib/values/taxonomy/taxonomy";
import { checkedChains } from "@/lib/values/wallets/address-format";

/** Something of the record that a field of a form can name. */
interface Pickable {
  /** What the field gets. */
  text: string;
  label: string;
  detail?: string;
}

/** The actors that the record holds, but for those that turned out to be others. */
export async function actorsToPick(db: Queryable): Promise<Pickable[]> {
  const actors = await db.actorRevision.findMany({
    where: { supersededIn: null, mergedIntoId: null },
    select: { slug: true, name: true, aliases: true, kind: true },
    orderBy: { name: "asc" },
  });
  return actors.map(({ slug, name, aliases, kind }) => ({
    text: slug,
    label: name,
    detail: [kind, ...aliases].join(", ").slice(0, 200),
  }));
}

/** Others' active figures, the latest period first. */
export async function figuresToPick(db: Queryable): Promise<Pickable[]> {
  const figures = await db.figureRevision.findMany({
    where: { supersededIn: null, retraction: null, mergedIntoId: null },
    select: { figureId: true, title: true, publisher: true, fromDay: true, toDay: true },
    orderBy: [{ toDay: "desc" }, { fromDay: "desc" }, { figureId: "asc" }],
  });
  return figures.map(({ figureId, title, publisher, fromDay, toDay }) => ({
    text: String(figureId),
    label: title,
    detail: `${publisher}, ${dateInShort(dayOf(fromDay))} – ${dateInShort(dayOf(toDay))}`,
  }));
}

/** The chains that the record names or that addresses are known of, by their names in it. */
export async function chainsToPick(db: Queryable): Promise<string[]> {
  const rows = await db.$queryRaw<{ chain: string }[]>`
    SELECT DISTINCT unnest(chains) AS chain FROM incident_revision WHERE superseded_in IS NULL
    UNION SELECT DISTINCT a.chain FROM address a JOIN incident_revision i ON i.id = a.revision_id
    WHERE i.superseded_in IS NULL
    UNION SELECT DISTINCT t.chain FROM incident_transaction t JOIN incident_revision i ON i.id = t.revision_id
    WHERE i.superseded_in IS NULL
    UNION SELECT DISTINCT s.chain FROM asset s JOIN incident_revision i ON i.id = s.revision_id
    WHERE i.superseded_in IS NULL AND s.chain IS NOT NULL`;
  return [...new Set([...rows.map(({ chain }) => chain), ...checkedChains()])].sort();
}

/** The taxonomy's techniques, and what else the record holds an incident of. */
export async function techniquesToPick(db: Queryable): Promise<Term[]> {
  const rows = await db.$queryRaw<{ technique: string }[]>`
    SELECT DISTINCT technique FROM incident_revision WHERE superseded_in IS NULL`;
  return withOpenTechniques(
    rows.map(({ technique }) => technique),
    await definitionsAt(db, null),
  );
}

/** Targets of which a name, any other or a former one holds what was typed; at most twenty, the best first. */
export async function targetsToPick(db: Queryable, typed: string): Promise<Pickable[]> {
  const text = foldedName(typed).slice(0, 100);
  if (text === "") return [];
  const { targets } = await targetDirectory(db);
  const rank = (names: readonly string[]) => {
    const folded = names.map(foldedName);
    if (folded.includes(text)) return 0;
    if (folded.some((name) => name.startsWith(text))) return 1;
    return folded.some((name) => name.includes(text)) ? 2 : null;
  };
  return targets
    .flatMap((target) => {
      const names = [target.name, ...target.aliases, ...target.formerly, target.slug];
      const place = target.mergedIntoId === null ? rank(names) : null;
      return place === null ? [] : [{ target, place }];
    })
    .sort((one, other) => one.place - other.place || byName(one.target, other.target))
    .slice(0, 20)
    .map(({ target: { slug, name, kind, aliases, formerly } }) => ({
      text: slug,
      label: name,
      detail: [termLabel(kind as TargetKind), ...aliases, ...formerly].join(", ").slice(0, 200),
    }));
}

function byName(one: { name: string }, other: { name: string }): number {
  return one.name.localeCompare(other.name, "en");
}

/** Incidents whose name, target or slug holds what was typed; at most twenty. */
export async function incidentsToPick(db: Queryable, typed: string): Promise<Pickable[]> {
  const text = typed.trim().slice(0, 100);
  if (text === "") return [];
  // What PostgreSQL reads as a pattern is meant as it is typed.
  const contains = { contains: text.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" as const };
  const incidents = await db.incidentRevision.findMany({
    where: {
      supersededIn: null,
      mergedIntoId: null,
      OR: [{ name: contains }, { target: contains }, { slug: contains }],
    },
    select: { slug: true, name: true, occurredOn: true, precision: true },
    orderBy: { occurredOn: "desc" },
    take: 20,
  });
  return incidents.map(({ slug, name, occurredOn, precision }) => ({
    text: slug,
    label: name,
    detail: `${dateInShort(trimToPrecision(dayOf(occurredOn), precision))} · ${slug}`,
  }));
}
