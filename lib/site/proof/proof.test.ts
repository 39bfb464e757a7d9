import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { LogEdge } from "@/lib/record/proof/log-edge";
import { nodeSha256 } from "@/lib/record/proof/node-sha256";
import { signatureLine } from "@/lib/record/proof/note-signature";
import { auditLog } from "@/lib/site/proof/audit-log";
import { type Asking, checkGiven } from "@/lib/site/proof/check-given";
import { LogReader } from "@/lib/site/proof/log-reader";
import { type Leaf, leafEntry, revisionDigest } from "@/lib/values/proof/leaf";
import { leafHash } from "@/lib/values/proof/merkle-tree";
import { checkpointText, noteOf, verifierKey } from "@/lib/values/proof/signed-note";
import { entryBundle, hashesIn } from "@/lib/values/proof/tiles";

const ORIGIN = "lossline.example/log";
const SALT = "000102030405060708090a0b0c0d0e0f";
const { privateKey } = generateKeyPairSync("ed25519");
const publicKey = Buffer.from(
  createPublicKey(privateKey).export({ format: "jwk" }).x ?? "",
  "base64url",
);
const recordOf = (id: number) => ({
  kind: "incident",
  id,
  revision: 1,
  version: id <= 3 ? 1 : 2,
  name: `Theft ${id}`,
  retraction: null,
});

const bytes = (content: string | Uint8Array) => new Uint8Array(Buffer.from(content));

/** A server's files: of five incidents, three of which version 1 published. */
async function filesOf(names: (id: number) => string): Promise<Map<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>();
  const edge = new LogEdge(0, []);
  const [entries, hashes]: [Uint8Array[], Uint8Array[]] = [[], []];
  for (let id = 1; id <= 5; id++) {
    const record = { ...recordOf(id), name: names(id) };
    const leaf: Leaf = { ...record, sha256: await revisionDigest(SALT, record, nodeSha256) };
    entries.push(leafEntry(leaf));
    hashes.push(await leafHash(leafEntry(leaf), nodeSha256));
    await edge.append(hashes.at(-1) ?? new Uint8Array());
    const logged = JSON.stringify({ leaf_index: id - 1, salt: id === 2 ? null : SALT, record });
    files.set(`revisions/incident/${id}/1.json`, logged);
    files.set(`revisions/incident/${id}.json`, logged);
    const text = checkpointText({ origin: ORIGIN, size: id, root: await edge.root() });
    const note = noteOf(text, await signatureLine(ORIGIN, text, privateKey));
    if (id === 3) files.set("checkpoints/1", note);
    if (id === 5) files.set("checkpoints/2", note);
    files.set("checkpoint", note);
  }
  const logged = [1, 2, 3, 4, 5].map((id) => files.get(`revisions/incident/${id}/1.json`));
  files.set("revisions/0.jsonl", `${logged.join("\n")}\n`);
  files.set("tile/0/000.p/5", Buffer.concat(hashes));
  files.set("tile/entries/000.p/5", entryBundle(entries));
  files.set("key", await verifierKey(ORIGIN, publicKey, nodeSha256));
  return files;
}

let files: Map<string, string | Uint8Array>;
beforeAll(async () => {
  files = await filesOf((id) => `Theft ${id}`);
});

function asking(from = files, seen: string | null = null): Asking {
  const fetchLog = async (path: string) => {
    const found = from.get(path);
    return found === undefined ? null : bytes(found);
  };
  return {
    log: new LogReader(fetchLog),
    seen,
    resolve: async (path) => (path === "/c/1AB-2C" ? "/v/1/charts/monthly" : null),
    find: async (_, slug) => (slug === "theft-4" ? { id: 4, revision: 1 } : null),
  };
}

/** What a check says, without what it says of every checkpoint. */
async function checked(text: string, of = asking()): Promise<string[]> {
  const { findings } = await checkGiven(text, of);
  return findings
    .map(({ outcome, says }) => `${outcome}: ${says}`)
    .filter((says) => !/^proved: The newest checkpoint .* is signed by the key /.test(says));
}

const LEAF =
  /^proved: Leaf 3 says that version 2 published incident 4, revision 1, with the digest [0-9a-f]{64}\. It is in the log\.$/;

test("a revision is proved by its name, its page or what somebody has of it", async () => {
  for (const given of [
    "incident 4 revision 1",
    "incidents/4/1",
    "incident 4",
    "https://lossline.example/incidents/theft-4",
  ])
    expect(await checked(given)).toEqual([
      expect.stringMatching(LEAF),
      "proved: What this server says of it is what the digest was made of, to the last sign.",
    ]);
  const forms = [
    recordOf(4),
    { ...recordOf(4), salt: SALT, leaf_index: 3 },
    { data: [recordOf(4)] },
  ];
  for (const form of forms)
    expect(await checked(JSON.stringify(form))).toEqual([
      expect.stringMatching(LEAF),
      "proved: What you gave is what the digest was made of, to the last sign.",
    ]);
});

test("what differs in a single sign is not, and what stands beside it is named", async () => {
  const given = { ...recordOf(4), name: "Theft 4 ", url: "/v/2/incidents/theft-4" };
  expect(await checked(JSON.stringify(given))).toEqual([
    expect.stringMatching(LEAF),
    "failed: What you gave is not what the digest was made of: this server says otherwise of name.",
    "unknown: Of what you gave, this stands beside the revision and is not in its digest: url.",
  ]);
  const { name, ...less } = recordOf(4);
  expect((await checked(JSON.stringify(less)))[1]).toMatch(/^failed: .*otherwise of name\.$/);
});

test("of what was withheld the leaf is proved, and nothing of what it said", async () => {
  expect(await checked("incident 2 revision 1")).toEqual([
    expect.stringMatching(/^proved: Leaf 1 /),
    expect.stringMatching(/^unknown: A text of it was withheld by an order/),
  ]);
});

test("a page of a version is checked as far as its log goes", async () => {
  for (const given of ["/v/1/charts/monthly", "See https://lossline.example/c/1AB-2C."])
    expect(await checked(given)).toEqual([
      "proved: Version 1 ended with leaf 2; all up to it is in the newest log, unchanged and in its order.",
      expect.stringMatching(/^unknown: What this page says follows from all of its version/),
    ]);
});

test("a log that was rewritten is found out by whoever kept a checkpoint", async () => {
  const kept = String(files.get("checkpoints/1"));
  expect(await checked(kept)).toContain(
    "proved: All of its 3 leaves are in the newest log, unchanged and in their order.",
  );
  const rewritten = await filesOf((id) => (id === 2 ? "Another" : `Theft ${id}`));
  expect(await checked(kept, asking(rewritten))).toContain(
    "failed: The newest log does not hold what it held: one of the two was rewritten.",
  );
  expect(await checked("incident 4", asking(rewritten, kept))).toContain(
    "failed: The log does not go on from the 3 leaves that this browser saw before.",
  );
});

test("a leaf that is not in the tree of the checkpoint is not taken for proved", async () => {
  const leaves = hashesIn(bytes(files.get("tile/0/000.p/5") ?? ""));
  const swapped = [0, 1, 2, 4, 3].map((at) => leaves[at] ?? new Uint8Array());
  const wrong = new Map(files).set("tile/0/000.p/5", Buffer.concat(swapped));
  expect(await checked("incident 4", asking(wrong))).toEqual([
    "failed: Leaf 3 is not in the log that the checkpoint is of.",
  ]);
});

test("a checkpoint that another key signed is not taken for signed", async () => {
  const other = generateKeyPairSync("ed25519").privateKey;
  const text = String(files.get("checkpoint")).split("\n\n")[0];
  const note = noteOf(`${text}\n`, await signatureLine(ORIGIN, `${text}\n`, other));
  const wrong = new Map(files).set("checkpoint", note);
  expect((await checkGiven("incident 4", asking(wrong))).findings[0]).toMatchObject({
    outcome: "failed",
    says: expect.stringContaining("has a signature that is not by the log's key"),
  });
});

/** What an audit of files finds wrong. */
async function problemsOf(changes: Record<string, string | Uint8Array>): Promise<string[]> {
  const from = new Map([...files, ...Object.entries(changes)]);
  return (await auditLog(asking(from).log, 2)).problems;
}

test("an audit reads all of a log, and finds whatever was rewritten in it", async () => {
  const told: number[] = [];
  const audit = await auditLog(asking().log, 2, (leaves) => told.push(leaves));
  expect(audit).toMatchObject({ leaves: 5, versions: 2, digests: 4, withheld: 1, problems: [] });
  expect(audit.signedBy).toMatch(/^lossline\.example\/log\+[0-9a-f]{8}$/);
  expect(told).toEqual([5]);
  const lines = String(files.get("revisions/0.jsonl"));
  expect(await problemsOf({ "revisions/0.jsonl": lines.replace("Theft 4", "Gift 4") })).toEqual([
    "What the record says of incident 4, revision 1 (leaf 3) is not what was published.",
  ]);
  expect(await problemsOf({ "revisions/0.jsonl": lines.split("\n").slice(1).join("\n") })).toEqual([
    "The record no longer holds incident 1, revision 1 (leaf 0).",
  ]);
  const other = await filesOf((id) => (id === 2 ? "Another" : `Theft ${id}`));
  const entries = other.get("tile/entries/000.p/5") ?? "";
  expect(await problemsOf({ "tile/entries/000.p/5": entries })).toEqual([
    "The entries of the log are not those that its checkpoint is of.",
  ]);
  expect(await problemsOf({ "checkpoints/1": other.get("checkpoints/1") ?? "" })).toEqual([
    "The newest log does not hold what that of version 1 held.",
  ]);
  expect(await problemsOf({ "checkpoints/1": files.get("checkpoint") ?? "" })).toEqual([
    "Version 1 ends with leaf 2, and its checkpoint is of 5 leaves.",
  ]);
});

test.each(["", "hello", "{", "{}", '{"kind":"incident","id":"4","revision":1}'])(
  "%j is told what can be checked",
  async (given) => {
    const [finding] = (await checkGiven(given, asking())).findings;
    expect(finding?.outcome).toBe("unknown");
  },
);
