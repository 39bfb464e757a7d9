import type { Queryable } from "@/lib/db/client";
import { INCIDENT_FORM } from "@/lib/desk/forms/incident-form";
import { pickOf } from "@/lib/desk/forms/picks";
import { readForm } from "@/lib/desk/forms/read-form";
import type { Typed, TypedValue } from "@/lib/desk/forms/typed";
import { chainsToPick, techniquesToPick } from "@/lib/desk/proposals/pick-queries";
import type { Incident } from "@/lib/record/incidents/incident";
import type { Problem } from "@/lib/record/publishing/problem";
import { nearestName } from "@/lib/values/taxonomy/nearest-name";
import {
  chainLabel,
  chainSchema,
  TECHNIQUES,
  techniqueLabel,
  techniqueSchema,
} from "@/lib/values/taxonomy/taxonomy";
import { checkedChains } from "@/lib/values/wallets/address-format";

/** A technique or chain that somebody names, and where. */
interface Named {
  list: "technique" | "chain";
  value: string;
  path: (string | number)[];
}

/** One that no incident of the record has yet. */
export interface NewName extends Named {
  label: string;
  /** The label of what is spelt most like it; null where nothing is much like it. */
  nearest: string | null;
}

/** The lists of an incident whose items are each on a chain. */
const CHAIN_LISTS = ["addresses", "transactions", "assets"] as const;

/** The techniques and chains that a draft of an incident names, at the rows in which they were typed. */
export function namesTyped({ technique = "", chains = [], ...lists }: Typed): Named[] {
  const { record, rowAt } = readForm(INCIDENT_FORM, "incident", { technique, chains });
  const inList: unknown[] = Array.isArray(record.chains) ? record.chains : [];
  const inRows = CHAIN_LISTS.flatMap((list) => {
    const rows = lists[list];
    return (Array.isArray(rows) ? rows : []).flatMap((row, place) =>
      named("chain", chainOfRow(row), [list, place, "chain"]),
    );
  });
  return [
    ...named("technique", record.technique, ["technique"]),
    ...inList.flatMap((chain, item) => named("chain", chain, ["chains", rowAt("chains", item)])),
    ...inRows,
  ];
}

function named(list: Named["list"], value: unknown, path: Named["path"]): Named[] {
  return typeof value === "string" ? [{ list, value, path }] : [];
}

/** The techniques and chains that an incident names. */
export function namesOfIncident(incident: Incident): Named[] {
  return [
    { list: "technique", value: incident.technique, path: ["technique"] },
    ...incident.chains.flatMap((value, item) => named("chain", value, ["chains", item])),
    ...CHAIN_LISTS.flatMap((list) =>
      incident[list].flatMap(({ chain }, item) => named("chain", chain, [list, item, "chain"])),
    ),
  ];
}

function chainOfRow(row: TypedValue): string | null {
  if (typeof row !== "object" || row === null || Array.isArray(row)) return null;
  return typeof row.chain === "string" ? pickOf("chain").read(row.chain) : null;
}

const LISTS = {
  technique: { schema: techniqueSchema, labelOf: techniqueLabel },
  chain: { schema: chainSchema, labelOf: chainLabel },
} as const;

/** So many are compared with all that the record has; what names more than that does not mistype. */
const MOST_COMPARED = 50;

/** Which of them are new to the record, each once, at the first place that names it; what cannot be a name is left out. */
export async function newNames<Each extends Named>(
  db: Queryable,
  names: readonly Each[],
): Promise<(Each & NewName)[]> {
  const familiar = {
    technique: new Set(TECHNIQUES.map(({ value }) => value)),
    chain: new Set(checkedChains()),
  };
  const first = new Map<string, Each>();
  for (const one of names) {
    const key = `${one.list} ${one.value}`;
    if (familiar[one.list].has(one.value) || first.has(key)) continue;
    if (LISTS[one.list].schema.safeParse(one.value).success) first.set(key, one);
  }
  if (first.size === 0) return [];
  const held = {
    technique: await techniquesToPick(db),
    chain: (await chainsToPick(db)).map((value) => ({ value, label: chainLabel(value) })),
  };
  for (const list of ["technique", "chain"] as const)
    for (const { value } of held[list]) first.delete(`${list} ${value}`);
  return [...first.values()].map((one, place) => ({
    ...one,
    label: LISTS[one.list].labelOf(one.value),
    nearest: place < MOST_COMPARED ? nearestName(held[one.list], one.value) : null,
  }));
}

/** What is asked of one, because a slip of the keyboard would make a list of its own. */
export function newNameWarning({ list, label, nearest, path }: NewName): Problem {
  const which =
    list === "technique"
      ? `No incident has the technique “${label}” yet`
      : `Nothing in the record is on the chain “${label}” yet`;
  return {
    path,
    message:
      nearest === null
        ? `${which}. Is it new?`
        : `${which}: is it new, or did you mean “${nearest}”?`,
    question: true,
  };
}
