import { setTimeout as wait } from "node:timers/promises";
import { openDatabase } from "@/lib/db/client";
import type { Typed } from "@/lib/desk/forms/typed";
import { DeskClient } from "./desk-client.mjs";

interface Draft {
  id: number;
  tab: string;
  /** The save that the server last reported. */
  follows: number;
  /** Counts what was typed; the last that was acknowledged is never to be lost. */
  typed: number;
  acknowledged: number;
}

/** An incident as it is typed, whole enough to be published. */
function incidentAsTyped(slug: string, count: number): Typed {
  return {
    slug,
    name: `Theft ${slug}`,
    target: `Target ${slug}`,
    targetKind: "exchange",
    occurredOn: "2023-09-12",
    category: "wallet-compromise",
    technique: "private-key-compromise",
    chains: ["ethereum"],
    lossUsd: `$${count + 1}`,
    summary: `Typed ${count} times.`,
    sources: [{ url: "https://example.org/", publisher: "Example", title: "A report" }],
  };
}

const EMAIL = "crash@example.org";
const PASSWORD = "a sentence of a few words";

/** Editors who save and publish without a pause, and remember what they were told is stored. */
export class CrashWriters {
  client: DeskClient;
  readonly publications: { slug: string; version: number }[] = [];
  acknowledgedSaves = 0;
  drafts: Draft[] = [];
  private ended = true;
  /** One for all processes that it writes to. */
  private readonly counted = { count: 0 };

  constructor(
    base: string,
    private readonly setUp: string,
    ask: typeof fetch = fetch,
  ) {
    this.client = new DeskClient(base, ask);
  }

  /** Comes in as the first admin: the only editor there is, who may publish what is theirs. */
  async join(): Promise<void> {
    await this.client.submit(this.setUp, "Join", {
      name: "Crash Tester",
      email: EMAIL,
      password: PASSWORD,
    });
    for (const name of ["one", "other"])
      this.drafts.push({ ...(await this.begin()), tab: `crash-${name}` });
  }

  /** The same, at another process of the same record, where they have yet to sign in. */
  at(base: string): CrashWriters {
    const there = Object.create(this) as CrashWriters;
    there.client = new DeskClient(base);
    return there;
  }

  async signIn(): Promise<void> {
    await this.client.submit("/desk/sign-in", "Sign in", { email: EMAIL, password: PASSWORD });
  }

  end(): void {
    this.ended = true;
  }

  /** Writes until `end`, and then until each has been answered once more. */
  async write(): Promise<void> {
    this.ended = false;
    await Promise.all([...this.drafts.map((draft) => this.saving(draft)), this.publishing()]);
  }

  private async saving(draft: Draft): Promise<void> {
    let answered = false;
    while (!this.ended || !answered) {
      answered = await this.save(draft, incidentAsTyped(`draft-${draft.id}`, draft.typed + 1));
      if (!answered) await wait(100);
    }
  }

  /** @returns whether the server answered */
  private async save(draft: Draft, content: Typed): Promise<boolean> {
    draft.typed += 1;
    const { follows, tab, typed } = draft;
    try {
      const response = await this.client.send(`/desk/proposals/${draft.id}/save`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ follows, tab, content, note: "" }),
      });
      if (!response.ok && response.status !== 409) return false;
      const answer = (await response.json()) as {
        saved?: number;
        clash?: { saveNumber: number };
      };
      // A clash is with a save of our own whose answer was lost; what was typed is set aside.
      draft.follows = answer.saved ?? answer.clash?.saveNumber ?? follows;
      draft.acknowledged = typed;
      this.acknowledgedSaves += 1;
      return true;
    } catch {
      return false;
    }
  }

  private async publishing(): Promise<void> {
    let answered = false;
    while (!this.ended || !answered) {
      try {
        await this.publishOne();
        answered = true;
      } catch {
        answered = false;
        await wait(200);
      }
    }
  }

  /** Begins, saves, submits and publishes an incident. @throws where any of it is refused */
  async publishOne(): Promise<void> {
    this.counted.count += 1;
    const { count } = this.counted;
    const slug = `crash-${count}`;
    const begun = await this.begin();
    const draft = { ...begun, tab: "crash-publisher" };
    if (!(await this.save(draft, incidentAsTyped(slug, count)))) throw new Error("not saved");
    await this.client.submit(`/desk/proposals/${draft.id}/check`, "Submit for review", {});
    const led = await this.client.submit(`/desk/proposals/${draft.id}/review`, "Publish", {
      note: "Entered by the crash test.",
    });
    const page = await (await this.client.get(led)).text();
    const version = Number(/version (\d+)/.exec(page)?.[1]);
    if (Number.isNaN(version)) throw new Error(`no version was told at ${led}`);
    this.publications.push({ slug, version });
  }

  private async begin(): Promise<Omit<Draft, "tab">> {
    const led = await this.client.submit("/desk/new/incident", "Start the draft", {
      target: "",
      occurredOn: "",
    });
    const id = Number(/\/desk\/proposals\/(\d+)/.exec(led)?.[1]);
    if (Number.isNaN(id)) throw new Error(`no draft was begun: ${led}`);
    return { id, follows: 0, typed: 0, acknowledged: 0 };
  }
}

/** What is missing of what the writers were told is stored, or is not consistent. */
export async function faultsOf(url: string, writers: CrashWriters): Promise<string[]> {
  const db = openDatabase(url, 1);
  const faults: string[] = [];
  try {
    for (const { id, acknowledged } of writers.drafts) {
      const kept = await db.$queryRaw<{ typed: number }[]>`
        SELECT coalesce(max(substring(text from 'Typed (\\d+) times')::int), 0) AS typed FROM (
          SELECT content ->> 'summary' AS text FROM desk.proposal WHERE id = ${id}
          UNION ALL SELECT content ->> 'summary' FROM desk.set_aside WHERE proposal_id = ${id}
        ) stored`;
      const typed = kept[0]?.typed ?? 0;
      if (typed < acknowledged)
        faults.push(`draft ${id} holds save ${typed}, acknowledged was ${acknowledged}`);
    }
    const published = await db.$queryRaw<{ slug: string; version: number }[]>`
      SELECT slug, published_in AS version FROM incident_revision`;
    const found = new Map(published.map(({ slug, version }) => [slug, version]));
    for (const { slug, version } of writers.publications)
      if (found.get(slug) !== version) faults.push(`version ${version} with ${slug} is gone`);
    const checks = await db.$queryRaw<{ fault: string }[]>`
      SELECT 'version numbers have a gap' AS fault FROM dataset_version
      HAVING count(*) <> coalesce(max(number), 0)
      UNION ALL
      SELECT 'version ' || number || ' is older than the one before it' FROM (
        SELECT number, published_at, lag(published_at) OVER (ORDER BY number) AS before FROM dataset_version
      ) dated WHERE published_at < before
      UNION ALL
      SELECT 'version ' || number || ' published nothing' FROM dataset_version v
      WHERE NOT EXISTS (SELECT FROM incident_revision r WHERE r.published_in = v.number)
      UNION ALL
      SELECT 'proposal ' || id || ' says published, the record does not' FROM desk.proposal p
      WHERE p.state = 'published' AND NOT EXISTS (
        SELECT FROM incident_revision r WHERE r.published_in = p.published_in AND r.slug = p.content ->> 'slug')
      UNION ALL
      SELECT 'incident ' || r.slug || ' is published, no proposal says so' FROM incident_revision r
      JOIN dataset_version v ON v.number = r.published_in AND v.entered_by IS NOT NULL
      WHERE NOT EXISTS (
        SELECT FROM desk.proposal p WHERE p.published_in = r.published_in AND r.slug = p.content ->> 'slug')
      UNION ALL
      SELECT 'incident ' || r.slug || ' has lost its source' FROM incident_revision r
      WHERE NOT EXISTS (SELECT FROM incident_source s WHERE s.revision_id = r.id)`;
    faults.push(...checks.map(({ fault }) => fault));
    return faults;
  } finally {
    await db.$disconnect();
  }
}
