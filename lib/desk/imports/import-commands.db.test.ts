import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import type { Typed } from "@/lib/desk/forms/typed";
import { csvTemplate } from "@/lib/desk/imports/csv-columns";
import {
  checkImportAgain,
  discardImport,
  runImport,
  uploadImport,
} from "@/lib/desk/imports/import-commands";
import { findImport, importProgress } from "@/lib/desk/imports/import-queries";
import type { ImportDecision } from "@/lib/desk/imports/import-review";
import { decideImport, publishImport } from "@/lib/desk/imports/import-review-commands";
import { decideRows } from "@/lib/desk/imports/row-decision-commands";
import { readTyped, writeTyped } from "@/lib/desk/proposals/typed";
import type { Incident } from "@/lib/record/incidents/incident";
import { findIncident } from "@/lib/record/incidents/incident-queries";
import { RECORD_KINDS } from "@/lib/record/kinds/record-kind";
import { publish } from "@/lib/record/publishing/publish-command";
import { testDatabase } from "@/testing/database";
import {
  aKnownAddress,
  anActor,
  anAsset,
  anIncident,
  aPublishedFigure,
  aTarget,
  aTransaction,
  publicationOf,
  publicationOfEverything,
} from "@/testing/records";

const editor: Person = { id: "eva", email: "eva@example.org", name: "Eva", role: "editor" };

let db: Database;
beforeEach(async () => {
  ({ db } = await testDatabase());
  await db.user.create({
    data: { id: editor.id, email: editor.email, name: editor.name, role: "editor" },
  });
  await publish(db, publicationOf({ incidents: [anIncident()], actors: [anActor()] }), "A test");
});

async function uploaded(text: string, fileName = "thefts.json"): Promise<number> {
  const done = await uploadImport(db, editor, { fileName, text });
  if ("refused" in done) throw new Error(done.refused);
  return done.created;
}

async function checked(content: unknown): Promise<number> {
  const id = await uploaded(
    typeof content === "string" ? content : JSON.stringify(content, null, 1),
  );
  await runImport(db, editor, id);
  return id;
}

async function found(id: number) {
  const batch = await findImport(db, id);
  if (batch === null) throw new Error("no such import");
  return batch;
}

function decide(id: number, given: Partial<ImportDecision> = {}) {
  return decideImport(db, editor, {
    id,
    how: "publish",
    duplicates: null,
    note: "From the annual report",
    ...given,
  });
}

/** As the only editor, who may publish their own. */
async function published(id: number): Promise<void> {
  const submittedAt = (await found(id)).submittedAt?.toISOString() ?? "";
  expect(await publishImport(db, editor, { id, submittedAt })).toEqual({ done: true });
  await runImport(db, editor, id);
}

/** The list of a dataset's file that holds each kind of record. */
const LISTS = {
  incident: "incidents",
  target: "targets",
  actor: "actors",
  figure: "figures",
  service: "knownAddresses",
  coverage: "coverage",
} as const;

const another = (number: number, given: Partial<Incident> = {}): Incident =>
  anIncident({
    slug: `another-${number}`,
    name: `${WORDS[number % WORDS.length]} theft ${number}`,
    target: `${WORDS[number % WORDS.length]}${number}`,
    occurredOn: `20${String(11 + (number % 12))}-0${1 + (number % 9)}-1${number % 10}`,
    lossUsd: 1000 + number * 977,
    sources: [
      {
        ...anIncident().sources[0],
        url: `https://example.org/${number}`,
      } as Incident["sources"][number],
    ],
    ...given,
  });
const WORDS = ["Amber", "Basalt", "Cedar", "Delta", "Ember", "Flint", "Garnet", "Harbour"];

async function versions(): Promise<number> {
  return db.datasetVersion.count();
}

describe("checking", () => {
  test("finds nothing wrong with the template", async () => {
    const id = await uploaded(csvTemplate(), "C:\\files\\template.csv");
    await publish(db, publicationOf({ actors: [anActor()] }), "Actors");
    expect(await runImport(db, editor, id)).toEqual({ ran: true });
    expect(await found(id)).toMatchObject({
      state: "checked",
      step: "comparing",
      fileName: "template.csv",
      rows: 1,
      done: 1,
      by: { name: "Eva" },
      report: { format: "csv", problemCount: 0, counts: { incidents: 1 }, duplicates: [] },
    });
  });

  test("names every problem with its record, line and field", async () => {
    const id = await checked([
      another(1),
      another(2, { lossUsd: -5 }),
      another(1),
      another(3, {
        attributions: [
          {
            actor: "nobody-knows",
            by: "A",
            confidence: "likely",
            basis: null,
            on: null,
            source: "https://example.org",
          },
        ],
      }),
    ]);
    const { report } = await found(id);
    expect(report.problems).toMatchObject([
      { record: 2, field: "lossUsd", line: expect.any(Number) },
      { record: 3, field: "slug", message: expect.stringContaining("record 1 (line 2)") },
      {
        record: 4,
        field: "attributions, item 1, actor",
        message: expect.stringContaining("nobody-knows"),
      },
    ]);
    expect(await decide(id)).toMatchObject({ refused: expect.stringContaining("problems") });
  });

  test("shows what is in the file twice, and what stands in the record under another name", async () => {
    const { slug: _, ...fields } = anIncident({ name: "Coinex hack", occurredOn: "2023-09-13" });
    const twin = another(1, { slug: "twin", name: "Basalt1 hack", target: "basalt1" });
    const id = await checked([another(1), { ...fields, slug: "coinex-hack" }, twin, anIncident()]);
    const { report } = await found(id);
    expect(report.revised).toBe(1);
    expect(report.duplicates).toMatchObject([
      { record: 2, duplicates: [{ of: { where: "record", slug: "coinex-2023-09" } }] },
      { record: 3, duplicates: [{ of: { where: "file", row: 1 } }] },
      { record: 4, duplicates: [{ of: { where: "file", row: 2 } }] },
    ]);
    expect(await decide(id)).toMatchObject({ refused: expect.stringContaining("duplicates") });
  });

  test.each([
    ["no text at all", "\u0001\u0002"],
    ["a lone bracket", "["],
    ["control characters in JSON", JSON.stringify([anIncident({ name: "a\u0000b\u202e" })])],
    ["halves of characters", '[{"slug": "\\ud800", "name": "\\udc00\\\\u0000"}]'],
    [
      "other types",
      JSON.stringify([
        { ...anIncident(), slug: 5, sources: "x", addresses: [[]], lossUsd: "many" },
      ]),
    ],
    ["inherited names", '[{"__proto__": {"slug": "x"}, "constructor": 1}]'],
    ["a million lines", "name,target\n".repeat(1_000_000)],
    ["a million cells", `name\n${"x,".repeat(1_000_000)}`],
    ["a million rows of JSON", `[${"1,".repeat(1_000_000)}1]`],
    ["HTML", "<!doctype html><script>alert(1)</script>"],
  ])("answers %s with problems", async (_, text) => {
    const { state, report } = await found(await checked(text));
    expect(state).toBe("checked");
    expect(report.problemCount).toBeGreaterThan(0);
    expect(report.problems[0]?.message).toMatch(/\.$/);
    expect(await versions()).toBe(1);
    expect(await db.proposal.count()).toBe(0);
  });

  test("refuses an address without its chain’s form, unless the record holds it so already", async () => {
    const addressed = (slug: string, address: string) =>
      another(1, {
        slug,
        addresses: [
          { chain: "ethereum", address, role: "attacker", source: "https://example.org/a" },
        ],
      });
    await publish(db, publicationOf({ incidents: [addressed("quoted", "0x12")] }), "As quoted");
    const { report } = await found(
      await checked([addressed("quoted", "0x12"), addressed("new", "0x34")]),
    );
    expect(report.problems).toMatchObject([
      { record: 2, field: "addresses, item 1, address", line: expect.any(Number) },
    ]);
    expect(report.doubts).toMatchObject([
      { record: 1, message: expect.stringContaining("holds it so already") },
    ]);
  });

  test("shows what looks like a proposal in review, and no draft or revision of itself", async () => {
    const propose = (state: "draft" | "inReview", incident: Incident, recordId: number | null) =>
      db.proposal.create({
        data: {
          kind: "incident",
          recordId,
          baseRevision: recordId === null ? null : 1,
          state,
          title: incident.name,
          authorId: editor.id,
          content: writeTyped({
            kind: "incident",
            record: { ...incident, retraction: null, mergedInto: null },
          }),
        },
      });
    const { id: proposalId } = await propose("inReview", another(1), null);
    await propose("draft", another(2), null);
    await propose("inReview", anIncident(), 1);
    const id = await checked([
      another(1, { slug: "one" }),
      another(2, { slug: "two" }),
      anIncident({ summary: "Corrected." }),
    ]);
    expect((await found(id)).report.duplicates).toMatchObject([
      { record: 1, duplicates: [{ of: { where: "review", proposalId } }] },
    ]);
  });

  test("refuses what is no text", async () => {
    expect(await uploadImport(db, editor, { fileName: "a", text: "" })).toHaveProperty("refused");
    expect(await uploadImport(db, editor, { fileName: "a", text: "a\0" })).toHaveProperty(
      "refused",
    );
  });
});

describe("publishing", () => {
  test("publishes all of it as one version, unreviewed, and says so", async () => {
    const id = await checked({
      incidents: [another(1), another(2), anIncident({ summary: "Corrected." })],
      actors: [anActor({ slug: "new-group", name: "New Group" })],
      figures: [aPublishedFigure()],
      knownAddresses: [aKnownAddress()],
    });
    expect(await decide(id)).toEqual({ done: true });
    await published(id);
    expect(await found(id)).toMatchObject({
      state: "imported",
      step: "publishing",
      publishedIn: 2,
      report: { outcome: { added: 5, revised: 1, unchanged: 0, drafts: 0 } },
    });
    expect(await db.datasetVersion.findUnique({ where: { number: 2 } })).toMatchObject({
      note: "From the annual report",
      enteredBy: "Eva",
      reviewedBy: null,
    });
    expect(await db.incidentRevision.count({ where: { publishedIn: 2 } })).toBe(3);
    expect(await db.importBatch.findUnique({ where: { id }, select: { text: true } })).toEqual({
      text: "",
    });
    expect(
      await db.auditEntry.count({ where: { action: "import.run", detail: "version 2" } }),
    ).toBe(1);
  });

  test("leaves out what was chosen", async () => {
    const id = await checked([
      another(1),
      another(1, { slug: "twin" }),
      another(2),
      another(2, { slug: "twin-2" }),
    ]);
    expect((await found(id)).report.duplicates.map(({ record }) => record)).toEqual([2, 4]);
    const rows = { 2: { how: "leave" as const }, 3: { how: "leave" as const } };
    expect(await decideRows(db, editor, { id, rows, group: null })).toEqual({ done: true });
    expect(await decide(id, { duplicates: "import" })).toEqual({ done: true });
    await published(id);
    const slugs = await db.incidentRevision.findMany({
      where: { publishedIn: 2 },
      select: { slug: true },
    });
    // Only what looks like a duplicate can be left out.
    expect(slugs.map(({ slug }) => slug).sort()).toEqual(["another-1", "another-2", "twin-2"]);
  });

  test("gives rows without a slug one that nothing else has", async () => {
    const header = "name,target,targetKind,occurredOn,category,technique,summary,sources";
    const row =
      "CoinEx theft,CoinEx,exchange,2023-09-12,wallet-compromise,private-key-compromise,Keys.,https://example.org/b | B | C";
    const id = await checked(`${header}\n${row}\n${row}\n`);
    expect((await found(id)).report.problems).toEqual([]);
    await decide(id, { duplicates: "import" });
    await published(id);
    const slugs = await db.incidentRevision.findMany({
      where: { publishedIn: 2 },
      select: { slug: true },
    });
    expect(slugs.map(({ slug }) => slug)).toEqual(["coinex-2023-09-2", "coinex-2023-09-3"]);
  });

  test("does not undo what was corrected since the check", async () => {
    const id = await checked([another(1), anIncident({ summary: "From an old file." })]);
    await publish(
      db,
      publicationOf({ incidents: [anIncident({ summary: "Corrected by hand." })] }),
      "Corrected",
    );
    await decide(id);
    await published(id);
    const after = await found(id);
    expect(after).toMatchObject({
      state: "checked",
      report: {
        problems: [{ record: 2, message: expect.stringContaining("revised since") }],
        choice: { note: "From the annual report" },
        setBack: expect.stringContaining("not published"),
      },
    });
    expect(await versions()).toBe(2);
    expect(await checkImportAgain(db, editor, id)).toEqual({ done: true });
    await runImport(db, editor, id);
    expect((await found(id)).report.problemCount).toBe(0);
  });

  test("says where nothing is new", async () => {
    const id = await checked([anIncident()]);
    await decide(id);
    await published(id);
    expect((await found(id)).report.problems[0]?.message).toContain("nothing to publish");
    expect(await versions()).toBe(1);
  });

  test("needs a note, and refuses what hides in it", async () => {
    const id = await checked([another(1)]);
    expect(await decide(id, { note: " " })).toHaveProperty("refused");
    expect(await decide(id, { note: "a\u202eb" })).toHaveProperty("refused");
    expect(await decide(id, { note: "x".repeat(2001) })).toHaveProperty("refused");
    expect(await decide(id, { how: "both" as never })).toHaveProperty("refused");
  });
});

describe("targets", () => {
  test("are found by name where a file does not say their records, and stay where two bear one name", async () => {
    const rain = aTarget({ slug: "rain", name: "Rain" });
    const card = aTarget({ slug: "rain-card-programme", name: "Rain (card programme)" });
    const theft = another(1, { target: "Rain", targetSlug: card.slug });
    await publish(
      db,
      publicationOf({ targets: [rain, card, aTarget()], incidents: [theft] }),
      "Targets",
    );
    const header = "name,target,targetKind,occurredOn,category,technique,summary,slug,sources";
    const row = (name: string, target: string, slug: string) =>
      `${name},${target},exchange,2012-02-11,wallet-compromise,private-key-compromise,Keys.,${slug},https://example.org/b | B | C`;
    const id = await checked(
      [
        header,
        row("A theft", "rain", "by-name"),
        row("Another theft", "Nobody in particular", "of-nobody"),
        row("The same theft", "Rain", theft.slug),
      ].join("\n"),
    );
    expect((await found(id)).report.problems).toEqual([]);
    expect(await decide(id, { duplicates: "import" })).toEqual({ done: true });
    await published(id);
    const slugOf = async (slug: string) => (await findIncident(db, 3, slug))?.targetSlug;
    expect(await slugOf("by-name")).toBe("rain");
    expect(await slugOf("of-nobody")).toBeNull();
    expect(await findIncident(db, 3, theft.slug)).toMatchObject({
      name: "The same theft",
      targetSlug: "rain-card-programme",
    });
  });

  test("that neither the record nor the file holds are named, each at its field", async () => {
    await publish(db, publicationOf({ targets: [aTarget({ slug: "held", name: "Held" })] }), "One");
    const id = await checked({
      incidents: [
        another(1, { targetSlug: "nobody" }),
        another(2, { targetSlug: "held" }),
        another(3, { targetSlug: "coinex" }),
      ],
      targets: [aTarget({ successor: "held" }), aTarget({ slug: "b", name: "B", successor: "no" })],
    });
    expect((await found(id)).report.problems).toMatchObject([
      { record: 1, field: "targetSlug", message: expect.stringContaining("the target “nobody”") },
      { record: 5, field: "successor", message: expect.stringContaining("the target “no”") },
    ]);
  });

  test("chains of transactions and assets that nothing is on yet are asked about", async () => {
    const hash = "a-hash";
    const id = await checked([
      another(1, {
        transactions: [aTransaction({ chain: "ethereun", hash })],
        assets: [anAsset({ chain: "bitcorn" })],
      }),
    ]);
    expect((await found(id)).report.doubts).toMatchObject([
      { field: "transactions, item 1, chain", message: expect.stringContaining("Ethereum") },
      { field: "assets, item 1, chain", message: expect.stringContaining("Bitcoin") },
    ]);
  });
});

describe("drafts", () => {
  test("makes a draft of each record, whole or not, revisions based on what stands", async () => {
    const header = "name,target,targetKind,occurredOn,category,technique,summary,slug,sources";
    const rows = [
      "CoinEx theft,CoinEx,exchange,2023-09-12,wallet-compromise,private-key-compromise,Keys.,coinex-2023-09,https://example.org/b | B | C",
      "Half a theft,Half,shop,soon,,,,,",
    ];
    const id = await checked(`${header}\n${rows.join("\n")}\n`);
    const { report } = await found(id);
    expect(report.problemCount).toBeGreaterThan(3);
    expect(await decide(id, { how: "drafts", note: "", duplicates: "import" })).toEqual({
      done: true,
    });
    await runImport(db, editor, id);
    expect(await found(id)).toMatchObject({
      state: "imported",
      step: "drafting",
      publishedIn: null,
      report: { outcome: { drafts: 2 } },
    });
    const drafts = await db.proposal.findMany({
      orderBy: { id: "asc" },
      include: { events: true },
    });
    expect(drafts).toMatchObject([
      {
        recordId: 1,
        baseRevision: 1,
        title: "CoinEx theft",
        authorId: "eva",
        importId: id,
        events: [{ kind: "created" }],
      },
      {
        recordId: null,
        baseRevision: null,
        title: "Half a theft",
        content: { occurredOn: "soon", targetKind: "shop" },
      },
    ]);
    expect(await versions()).toBe(1);
  });

  test("are made of every kind of record: each has a form", async () => {
    const given = publicationOfEverything();
    const id = await checked({ ...given });
    expect(await decide(id, { how: "drafts" })).toEqual({ done: true });
    await runImport(db, editor, id);
    const drafts = await db.proposal.findMany({ where: { importId: id } });
    expect(drafts.map(({ kind }) => kind).sort()).toEqual([...RECORD_KINDS].sort());
    // What is read of each draft's form is what the file said.
    for (const { kind, content } of drafts) {
      const read = readTyped(kind, content as Typed);
      expect(read).toMatchObject({ ok: true });
      const [record] = given[LISTS[kind]];
      if (read.ok) expect(read.entry.record).toMatchObject({ ...record });
    }
  });
});

describe("cut off and at once", () => {
  test("what was cut off is begun again, and not before", async () => {
    const id = await uploaded(JSON.stringify([another(1)]));
    await db.importBatch.update({ where: { id }, data: { movedAt: new Date(), done: 5 } });
    expect(await runImport(db, editor, id)).toEqual({ ran: false });
    const long = new Date(Date.now() - 60_000);
    await db.importBatch.update({ where: { id }, data: { movedAt: long } });
    expect(await importProgress(db, id)).toMatchObject({ state: "checking", cutOff: true });
    expect(await runImport(db, editor, id)).toEqual({ ran: true });
    expect(await importProgress(db, id)).toMatchObject({ state: "checked", cutOff: false });
  });

  test("run twice at once, it is published once", async () => {
    const id = await checked([another(1), another(2)]);
    await decide(id);
    const submittedAt = (await found(id)).submittedAt?.toISOString() ?? "";
    await publishImport(db, editor, { id, submittedAt });
    const ran = await Promise.all(Array.from({ length: 5 }, () => runImport(db, editor, id)));
    expect(ran.filter((each) => each.ran)).toHaveLength(1);
    expect(await versions()).toBe(2);
  });

  test("taken over while it is being stored, it is stored once", async () => {
    const id = await checked([another(1), another(2)]);
    await decide(id, { how: "drafts" });
    const takeOver = async () => {
      await db.importBatch.updateMany({
        where: { id, state: "importing" },
        data: { movedAt: new Date(0) },
      });
      return runImport(db, editor, id);
    };
    await Promise.all([runImport(db, editor, id), takeOver(), takeOver()]);
    expect(await db.proposal.count()).toBe(2);
    expect((await found(id)).state).toBe("imported");
  });

  test("discarded while it is checked, it stays discarded", async () => {
    const id = await uploaded(JSON.stringify(Array.from({ length: 400 }, (_, n) => another(n))));
    const running = runImport(db, editor, id);
    await discardImport(db, editor, id);
    await running;
    expect(await found(id)).toMatchObject({ state: "discarded" });
    expect(await discardImport(db, editor, id)).toEqual({ refused: "It is discarded now." });
    expect(await decide(id)).toHaveProperty("refused");
    expect(await discardImport(db, editor, 999)).toEqual({ refused: "There is no such import." });
  });
});
