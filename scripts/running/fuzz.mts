import { randomBytes, randomInt } from "node:crypto";
import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { formsIn } from "@/e2e/support/html-forms";
import { openDatabase } from "@/lib/db/client";
import type { Role } from "@/lib/desk/access/access";
import { makeInvitation } from "@/lib/desk/people/link-command";
import { sendDescribed } from "@/testing/described-requests";
import { DeskClient } from "./desk-client.mjs";
import { type FuzzRequest, FuzzRequests, type SeenForm } from "./fuzz-requests.mjs";
import { preparedDatabase } from "./temporary-database.mjs";
import { freePort, type RunningWeb, startWeb } from "./web.mjs";

// The fuzz test: whatever is sent to whatever route, by whomever, is answered, soon, and never with a failure of the
// program's own. Being turned away by load (503 with Retry-After) is none.

interface FuzzOutcome {
  seed: number;
  requests: number;
  /** In sentences, each with the request that did it. */
  problems: string[];
  /** How often each status came, by role; "none" where the connection was ended without one. */
  counts: Record<string, Record<string, number>>;
  /** Megabytes after a third of the requests, and at the end; null where the system does not say. */
  memory: { warm: number | null; end: number | null };
}

const ROLES = ["nobody", "contributor", "editor", "admin"] as const;
type FuzzRole = (typeof ROLES)[number];

/** An answer that takes longer, in milliseconds, also when it is asked for alone, never comes. */
const HANGS_AFTER = 10_000;
const AT_ONCE = 6;
/**
 * So much larger may the process be at its end than after a third of the requests, once all that is kept has filled: pages,
 * answers and files have 256 MB together, and pictures that are being drawn 330. Until then it is as large as that.
 */
const GROWS_TO = { times: 1.25, megabytes: 100 };
const FILLED = 1_200;

/**
 * Sends so many of any kind, and before them as many that the description of the interface for programs allows, or nearly: none
 * of those is answered otherwise than it says.
 * @param seed of all that is sent; the same requests are sent for the same
 */
export async function fuzz(requests: number, seed = randomInt(2 ** 31)): Promise<FuzzOutcome> {
  const prepared = await preparedDatabase();
  const database = await prepared.copy("fuzz");
  const secret = randomBytes(32).toString("hex");
  let web: RunningWeb | null = null;
  try {
    web = await startWeb({
      port: await freePort(),
      databaseUrl: database.url,
      secret,
      quiet: true,
    });
    const described = await sendDescribed(web.address, requests, seed);
    const outcome = await new Fuzz(web, database.url, seed).run(requests);
    outcome.counts.described = described.counts;
    outcome.problems.push(
      ...described.problems.map((problem) => `seed ${seed}, as described: ${problem}`),
    );
    return outcome;
  } finally {
    await web?.stop();
    await database.stop();
    await prepared.drop();
  }
}

class Fuzz {
  private readonly source: FuzzRequests;
  private readonly outcome: FuzzOutcome;
  private readonly people = new Map<FuzzRole, { client: DeskClient; forms: SeenForm[] }>();
  private joined = 0;

  constructor(
    private readonly web: RunningWeb,
    private readonly databaseUrl: string,
    private readonly seed: number,
  ) {
    this.source = new FuzzRequests(seed);
    this.outcome = {
      seed,
      requests: 0,
      problems: [],
      counts: Object.fromEntries(ROLES.map((role) => [role, {}])),
      memory: { warm: null, end: null },
    };
  }

  async run(requests: number): Promise<FuzzOutcome> {
    const { outcome, web } = this;
    for (let from = 0; from < requests; from += 200) {
      await this.signAllIn();
      const numbers = Array.from({ length: Math.min(200, requests - from) }, (_, at) => from + at);
      const work = Array.from({ length: AT_ONCE }, async () => {
        for (let next = numbers.shift(); next !== undefined; next = numbers.shift())
          await this.send(next);
      });
      await Promise.all(work);
      if (from < requests / 3 && from + 200 >= requests / 3) outcome.memory.warm = web.memory();
      if (outcome.problems.length >= 200) break;
    }
    // What is being made for those who did not wait is done, and given back.
    await wait(5_000);
    outcome.memory.end = web.memory();
    const { warm, end } = outcome.memory;
    if (warm === null || end === null) return outcome;
    if (end > Math.max(FILLED, warm * GROWS_TO.times + GROWS_TO.megabytes))
      outcome.problems.push(`memory grew from ${Math.round(warm)} to ${Math.round(end)} MB`);
    return outcome;
  }

  private async send(number: number): Promise<void> {
    const { outcome } = this;
    const role = ROLES[number % ROLES.length] ?? "nobody";
    const person = this.people.get(role);
    const request = this.source.at(number, person?.forms ?? []);
    const cookie = person?.client.cookie ?? "";
    let status = await statusOf(this.web.address, request, cookie);
    // On a busy machine others may have had its turn.
    if (status === "hangs") status = await statusOf(this.web.address, request, cookie);
    const counts = outcome.counts[role] ?? {};
    counts[status] = (counts[status] ?? 0) + 1;
    outcome.requests += 1;
    if (status !== "503 shed" && !/^[1-4]\d\d$/.test(status))
      outcome.problems.push(
        `seed ${this.seed}, request ${number} as ${role}: ${status}: ${said(request)}`,
      );
  }

  /** Brings in anew whoever has signed out, lost their role or changed their password by what was sent. */
  private async signAllIn(): Promise<void> {
    for (const role of ROLES) {
      const known = this.people.get(role);
      const probe =
        role === "contributor" ? "/desk" : role === "editor" ? "/desk/queue" : "/desk/people";
      const isIn = known !== undefined && (role === "nobody" || (await known.client.get(probe)).ok);
      const client = isIn ? known.client : await this.newcomer(role);
      this.people.set(role, { client, forms: await formsOf(client, role) });
    }
  }

  private async newcomer(role: FuzzRole): Promise<DeskClient> {
    const client = new DeskClient(this.web.address);
    if (role === "nobody") return client;
    this.joined += 1;
    const email = `${role}.${this.joined}@fuzz.example`;
    await client.submit(await invitationPath(this.databaseUrl, email, role), "Join", {
      name: `Fuzz ${role} ${this.joined}`,
      email,
      password: `the ${role} of a few odd words`,
    });
    return client;
  }
}

async function invitationPath(url: string, email: string, role: Role): Promise<string> {
  const db = openDatabase(url, 1);
  try {
    const link = await makeInvitation(db, null, email, role);
    if ("refused" in link) throw new Error(link.refused);
    return `/desk/join/${link.secret}`;
  } finally {
    await db.$disconnect();
  }
}

const WITH_FORMS: Record<FuzzRole, readonly string[]> = {
  nobody: ["/desk/sign-in", "/suggest", "/search", "/desk/second-factor"],
  contributor: ["/desk/new/incident", "/desk/new/actor", "/desk/account", "/desk/proposals/1"],
  editor: [
    "/desk/new/target",
    "/desk/imports",
    "/desk/queue",
    "/desk/proposals/1/review",
    "/desk/suggestions",
  ],
  admin: [
    "/desk/people",
    "/desk/keys",
    "/desk/withholding",
    "/desk/account",
    "/desk/records/incident/coinex-2023-09",
  ],
};

async function formsOf(client: DeskClient, role: FuzzRole): Promise<SeenForm[]> {
  const found: SeenForm[] = [];
  for (const path of WITH_FORMS[role]) {
    const page = await client.get(path);
    const html = await page.text();
    if (!page.ok) continue;
    for (const form of formsIn(html))
      if (form.action !== "/desk/sign-out")
        found.push({ path: form.action ?? path, values: form.values });
  }
  return found;
}

/**
 * Sends a request by its bytes, and reads what comes until the connection is closed.
 * @returns the status; "503 shed" with Retry-After; "none" where there was none, "hangs" where the end does not come
 */
function statusOf(base: string, request: FuzzRequest, cookie: string): Promise<string> {
  const { hostname, port, host, origin } = new URL(base);
  const { method, target, headers, body } = request;
  const all: [string, string][] = [
    ["Host", host],
    ["Connection", "close"],
    ...headers,
    ...(cookie === "" ? [] : [["Cookie", cookie] as [string, string]]),
    ...(headers.some(([name]) => name === "Origin")
      ? []
      : [["Origin", origin] as [string, string]]),
  ];
  const head = `${method} ${target} HTTP/1.1\r\n${all.map(([name, value]) => `${name}: ${value.replace(/[\r\n\0]/g, "")}\r\n`).join("")}\r\n`;
  return new Promise((resolve) => {
    let begun = "";
    const socket = connect({ host: hostname, port: Number(port) });
    const end = (status: string) => {
      clearTimeout(late);
      socket.destroy();
      resolve(status);
    };
    const late = setTimeout(() => end("hangs"), HANGS_AFTER);
    socket.on("data", (chunk: Buffer) => {
      if (begun.length < 4_000) begun += chunk.toString("latin1");
    });
    const close = () => {
      // What was told before the answer is no answer.
      const answer = begun.replace(/^HTTP\/1\.1 1\d\d [^\r]*\r\n(?:[^\r]+\r\n)*\r\n/, "");
      const status = /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? "none";
      end(status === "503" && /\r\nretry-after:/i.test(answer) ? "503 shed" : status);
    };
    socket.on("close", close);
    socket.on("error", close);
    // A body without its length ends with the connection's half.
    socket.write(Buffer.from(head, "utf8"));
    if (body !== null) socket.write(body);
    const isLong = headers.some(([name]) => name === "Content-Length");
    if (body !== null && !isLong) socket.end();
  });
}

function said({ method, target, headers, body }: FuzzRequest): string {
  const short = (text: string, most: number) =>
    text.length > most ? `${text.slice(0, most)}…` : text;
  const known = headers.map(([name, value]) => `${name}: ${short(value, 80)}`).join(" | ");
  return `${method} ${short(target, 300)} [${known}] ${JSON.stringify(short(body?.toString("utf8") ?? "", 400))}`;
}
