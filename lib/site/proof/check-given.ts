import { type GivenRevision, readGiven } from "@/lib/site/proof/given-revision";
import type { LogReader, ReadCheckpoint } from "@/lib/site/proof/log-reader";
import { revisionDigest, saidIn } from "@/lib/values/proof/leaf";
import { canonicalJson } from "@/lib/values/text/canonical-json";

/** What one check came to: proved, not so, or not known. */
export interface Finding {
  outcome: "proved" | "failed" | "unknown";
  /** A sentence. */
  says: string;
}

/** How what is not in the log itself is asked for. */
export interface Asking {
  log: LogReader;
  /** Where a path of ours leads in the end, such as that of a short id; null where nothing is there. */
  resolve: (path: string) => Promise<string | null>;
  /** The newest revision of a record by its slug or id at a version; null where there is none. */
  find: (
    kind: string,
    slug: string,
    version: number | null,
  ) => Promise<{ id: number; revision: number } | null>;
  /** A checkpoint that this reader has seen before; null where it has seen none. */
  seen: string | null;
}

const proved = (says: string): Finding => ({ outcome: "proved", says });
const failed = (says: string): Finding => ({ outcome: "failed", says });
const unknown = (says: string): Finding => ({ outcome: "unknown", says });

/** Checks what was pasted or dropped. @returns the findings, and the newest checkpoint, to be kept by the reader */
export async function checkGiven(
  text: string,
  asking: Asking,
): Promise<{ findings: Finding[]; checkpoint: ReadCheckpoint | null }> {
  const given = readGiven(text);
  if (given.form === "unknown") return { findings: [unknown(given.why)], checkpoint: null };
  const { log } = asking;
  const newest = await log.checkpoint();
  const findings = [
    signatureOf(newest, "The newest checkpoint"),
    ...(await sinceSeen(asking, newest)),
  ];
  switch (given.form) {
    case "checkpoint":
      findings.push(...(await checkKept(log, await log.read(given.note), newest)));
      break;
    case "path":
      findings.push(...(await checkPath(given.path, asking, newest)));
      break;
    case "revision":
      findings.push(...(await checkRevision(log, given.revision, newest)));
  }
  return { findings, checkpoint: newest };
}

function signatureOf({ signedBy, origin, size }: ReadCheckpoint, what: string): Finding {
  const of = `${what} of ${origin}, ${size} leaves,`;
  if (signedBy === false) return failed(`${of} has a signature that is not by the log's key.`);
  return signedBy === null
    ? unknown(`${of} is not signed, or signatures by Ed25519 cannot be checked here.`)
    : proved(
        `${of} is signed by the key ${signedBy}. Whether that is the right key, only another source can say.`,
      );
}

async function sinceSeen({ log, seen }: Asking, newest: ReadCheckpoint): Promise<Finding[]> {
  if (seen === null) return [];
  const before = await log.read(seen);
  if (before.origin !== newest.origin) return [];
  return (await log.goesOn(before, newest))
    ? [proved(`The log goes on from the ${before.size} leaves that this browser saw before.`)]
    : [
        failed(
          `The log does not go on from the ${before.size} leaves that this browser saw before.`,
        ),
      ];
}

async function checkKept(
  log: LogReader,
  kept: ReadCheckpoint,
  newest: ReadCheckpoint,
): Promise<Finding[]> {
  if (kept.origin !== newest.origin)
    return [failed(`The checkpoint is of another log: ${kept.origin}.`)];
  return [
    signatureOf(kept, "The checkpoint"),
    (await log.goesOn(kept, newest))
      ? proved(
          `All of its ${kept.size} leaves are in the newest log, unchanged and in their order.`,
        )
      : failed("The newest log does not hold what it held: one of the two was rewritten."),
  ];
}

const RECORD_PATH = /^(?:\/v\/(\d+))?\/(incident|actor|target)s\/([a-z0-9-]+)(?:[/?#]|$)/;

async function checkPath(
  given: string,
  { log, resolve, find }: Asking,
  newest: ReadCheckpoint,
): Promise<Finding[]> {
  const path = given.startsWith("/c/") ? await resolve(given) : given;
  if (path === null) return [failed(`Nothing is at ${given}.`)];
  const version = /^\/v\/(\d+)(?=\/|$)/.exec(path)?.[1];
  const number = version === undefined ? null : Number(version);
  const findings = number === null ? [] : await checkVersion(log, number, newest);
  const [, , kind, slug] = RECORD_PATH.exec(path) ?? [];
  if (kind === undefined || slug === undefined)
    return number === null
      ? [unknown(`${path} is no page of a record or of a version.`)]
      : [
          ...findings,
          unknown(
            "What this page says follows from all of its version’s revisions together: lossline audit, or the file of the whole version, checks them all.",
          ),
        ];
  const found = await find(kind, slug, number);
  if (found === null) return [...findings, failed(`The record holds no ${kind} “${slug}” there.`)];
  const revision = { kind, ...found, record: null, salt: null };
  return [...findings, ...(await checkRevision(log, revision, newest))];
}

/** That a version's log is a beginning of the newest. */
async function checkVersion(
  log: LogReader,
  version: number,
  newest: ReadCheckpoint,
): Promise<Finding[]> {
  const checkpoint = await log.checkpoint(version);
  return [
    (await log.goesOn(checkpoint, newest))
      ? proved(
          `Version ${version} ended with leaf ${checkpoint.size - 1}; all up to it is in the newest log, unchanged and in its order.`,
        )
      : failed(`The newest log does not hold what the log of version ${version} held.`),
  ];
}

interface Logged {
  leaf_index: number;
  salt: string | null;
  record: Record<string, unknown> & { revision: number };
}

/** That a revision is in the log, and says what its leaf is a digest of. */
async function checkRevision(
  log: LogReader,
  { kind, id, revision, record, salt }: GivenRevision,
  newest: ReadCheckpoint,
): Promise<Finding[]> {
  const name = revision === null ? `${kind}/${id}` : `${kind}/${id}/${revision}`;
  const logged = (await log.json(`revisions/${name}.json`)) as Logged;
  const called = `${kind.replace("_", " ")} ${id}, revision ${logged.record.revision}`;
  const leaf = await log.leaf(logged.leaf_index, newest);
  if (leaf === null)
    return [failed(`Leaf ${logged.leaf_index} is not in the log that the checkpoint is of.`)];
  if (leaf.kind !== kind || leaf.id !== id || leaf.revision !== logged.record.revision)
    return [failed(`Leaf ${logged.leaf_index} is of something else than ${called}.`)];
  const findings = [
    proved(
      `Leaf ${logged.leaf_index} says that version ${leaf.version} published ${called}, with the digest ${leaf.sha256}. It is in the log.`,
    ),
  ];
  if (salt === null && logged.salt === null)
    return [
      ...findings,
      unknown(
        "A text of it was withheld by an order, and the salt of its digest was deleted with it: nobody can check any more what it said.",
      ),
    ];
  const { said, beside } =
    record === null ? { said: logged.record, beside: [] } : partOf(record, logged.record);
  const digest = await revisionDigest(salt ?? logged.salt ?? "", said);
  const whose = record === null ? "What this server says of it" : "What you gave";
  findings.push(
    digest === leaf.sha256
      ? proved(`${whose} is what the digest was made of, to the last sign.`)
      : failed(
          `${whose} is not what the digest was made of: ${differenceOf(said, logged.record)}.`,
        ),
  );
  if (beside.length > 0)
    findings.push(
      unknown(
        `Of what you gave, this stands beside the revision and is not in its digest: ${beside.join(", ")}.`,
      ),
    );
  return findings;
}

/** Of an answer that says more than the revision, what is of the revision. */
function partOf(given: Record<string, unknown>, logged: Record<string, unknown>) {
  const names = Object.keys(given);
  return {
    said: Object.fromEntries(
      names.filter((name) => name in logged).map((name) => [name, given[name]]),
    ),
    beside: names.filter((name) => !(name in logged)),
  };
}

/** In which fields two revisions differ, for people. */
function differenceOf(given: Record<string, unknown>, logged: Record<string, unknown>): string {
  const text = (value: unknown) => (value === undefined ? "" : canonicalJson(saidIn([value])));
  const names = Object.keys(logged).filter((name) => text(given[name]) !== text(logged[name]));
  return names.length === 0
    ? "this server says the same, and it is not what was published"
    : `this server says otherwise of ${names.join(", ")}`;
}
