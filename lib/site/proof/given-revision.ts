// What somebody has of a revision, in any of the forms in which the record gives it out.

export interface GivenRevision {
  kind: string;
  id: number;
  /** Null for its newest. */
  revision: number | null;
  /** What it says, as somebody has it; null where they have only its name. */
  record: Record<string, unknown> | null;
  /** The salt that came with it. */
  salt: string | null;
}

/** What somebody has given to be checked. */
export type Given =
  | { form: "revision"; revision: GivenRevision }
  /** A checkpoint that somebody kept. */
  | { form: "checkpoint"; note: string }
  /** A page of ours, by its path and query. */
  | { form: "path"; path: string }
  | { form: "unknown"; why: string };

const KINDS: Record<string, string> = {
  incident: "incident",
  incidents: "incident",
  target: "target",
  targets: "target",
  actor: "actor",
  actors: "actor",
  figure: "figure",
  figures: "figure",
  "known address": "known_address",
  known_address: "known_address",
  coverage: "coverage",
  publisher: "publisher",
  publishers: "publisher",
  vintage: "vintage",
  vintages: "vintage",
  year_comparison: "year_comparison",
};

/** What a text that was pasted, or a file that was dropped, asks to be checked. */
export function readGiven(text: string): Given {
  const given = text.trim();
  if (given === "") return unknown("Paste something first.");
  if (given.startsWith("{") || given.startsWith("[")) return ofJson(given);
  if (/^\S+\n\d+\n[A-Za-z0-9+/=]{44}\n/.test(`${given}\n`))
    return { form: "checkpoint", note: withEnd(given) };
  const named =
    /^([a-z_]+(?: address)?)[ /#:]+(?:no\.? ?)?(\d{1,9})(?:[ ,/:]+(?:revision ?)?(\d{1,9}))?$/i.exec(
      given,
    );
  const kind = KINDS[named?.[1]?.toLowerCase() ?? ""];
  if (kind !== undefined)
    return {
      form: "revision",
      revision: {
        kind,
        id: Number(named?.[2]),
        revision: named?.[3] === undefined ? null : Number(named[3]),
        record: null,
        salt: null,
      },
    };
  const path = pathIn(given);
  if (path !== null) return { form: "path", path };
  return unknown(
    "This is no id such as “incident 1 revision 2”, no address or short id of this record, no revision as JSON and no checkpoint.",
  );
}

/** A note whose end was lost on its way through a clipboard: an empty line stands before the signatures. */
function withEnd(note: string): string {
  return note.includes("\n\n") ? `${note}\n` : `${note}\n\n`;
}

/** The path in a text that cites a page of ours, or the short id in it. */
function pathIn(text: string): string | null {
  const url =
    /(?:https?:\/\/[^\s/]+)?(\/(?:v\/\d+|c\/|incidents\/|actors\/|targets\/)[^\s<>"”]*)/.exec(
      text,
    )?.[1];
  if (url !== undefined) return url.replace(/[.,;)\]]+$/, "");
  const shortId = /^[0-9A-Za-z-]{6,60}$/.exec(text)?.[0];
  return shortId === undefined || !/\d/.test(shortId) ? null : `/c/${shortId}`;
}

function ofJson(text: string): Given {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Lines of JSON, such as those of /log/revisions/0.jsonl: the first.
    try {
      value = JSON.parse(text.split("\n")[0] ?? "");
    } catch {
      return unknown("This begins like JSON, and is none.");
    }
  }
  const found = revisionIn(value);
  return found === null
    ? unknown(
        "This JSON holds no revision: what is checked has kind, id and revision, as /api/v1/incidents/1/revisions and /log/revisions/incident/1/1.json have it.",
      )
    : { form: "revision", revision: found };
}

/** The first revision in an answer of the record. */
function revisionIn(value: unknown): GivenRevision | null {
  if (Array.isArray(value)) return value.length === 0 ? null : revisionIn(value[0]);
  if (typeof value !== "object" || value === null) return null;
  const holder = value as Record<string, unknown>;
  const { salt, leaf_index, ...record } = holder;
  const { kind, id, revision } = record;
  if (typeof kind !== "string" || !/^[a-z_]+$/.test(kind) || !isCount(id) || !isCount(revision)) {
    for (const name of ["record", "data"]) {
      const found = name in holder ? revisionIn(holder[name]) : null;
      if (found !== null) return { ...found, salt: saltIn(holder) ?? found.salt };
    }
    return null;
  }
  return { kind, id, revision, record, salt: saltIn(holder) };
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 1;
}

function saltIn({ salt }: Record<string, unknown>): string | null {
  return typeof salt === "string" ? salt : null;
}

function unknown(why: string): Given {
  return { form: "unknown", why };
}
