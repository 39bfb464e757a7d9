import { availableParallelism, loadavg } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { DeskClient } from "../desk-client.mjs";

// What the faults ask for, and how it must be answered while something is broken and afterwards.

export interface Answer {
  path: string;
  status: number;
  /** Milliseconds until it was there whole. */
  took: number;
  headers: Headers;
  text: string;
}

/**
 * Within how many milliseconds those are answered who are answered from memory, and who are refused: twice what is promised,
 * so that whoever hangs is found, and not whoever shares a machine.
 */
const KEPT_WITHIN = 3_000;
export const REFUSED_WITHIN = 5_000;
/** How soon new views are there again after the database is. */
export const BACK_WITHIN = 20_000;

/** A time limit on a machine that others use as well: by as much longer as there are more who want its processors. */
export function stretched(milliseconds: number): number {
  return milliseconds * Math.max(1, (loadavg()[0] ?? 0) / availableParallelism());
}

/** Of each kind of answer one that is asked for before, so that it is kept. */
export const KEPT = [
  "/",
  "/incidents/coinex-2023-09",
  "/charts/monthly?year=2023",
  "/v/1/periods/2023-08",
  "/v/1/charts/monthly.png?year=2023",
  "/v/1/charts/monthly.csv?year=2023",
  "/feeds/versions.atom",
];

/** Those of them that are the same whatever is published meanwhile. */
export const PERMANENT = KEPT.filter((path) => path.startsWith("/v/"));

/** Views that nobody has asked for before: another each time. */
let asked = 0;
export const newViews = () => {
  asked += 1;
  return [
    `/charts/largest?top=${3 + (asked % 40)}&year=${2011 + (asked % 14)}`,
    `/incidents?q=new${asked}`,
    `/v/1/charts/monthly.svg?year=2022&headline=new${asked}`,
    `/oembed?url=/charts/monthly%3Fyear%3D2021%26least%3D${asked}`,
  ];
};

/** What all readers together were answered. */
export interface Tally {
  answered: number;
  /** Told to come back. */
  refused: number;
  /** With a status from 500 on, but for those who were told when to come back. */
  failed: number;
}

/** Where assistants ask by POST, and what one asks. */
const ASSISTANTS = "/mcp";
const ASKED_BY_ASSISTANTS = {
  method: "POST",
  headers: {
    "Content-Type": "application/json",
    Accept: "application/json, text/event-stream",
  },
  body: JSON.stringify({
    jsonrpc: "2.0",
    id: 1,
    method: "tools/call",
    params: { name: "losses", arguments: { from: "2023-01-01", to: "2023-12-31" } },
  }),
};

export class Readers {
  readonly tally: Tally = { answered: 0, refused: 0, failed: 0 };

  /** @param desk somebody who is signed in, as whom the desk's own pages are asked for */
  constructor(
    readonly base: string,
    private readonly desk: DeskClient | null = null,
  ) {}

  async ask(path: string): Promise<Answer> {
    const start = performance.now();
    const response = isOfDesk(path)
      ? await (this.desk ?? new DeskClient(this.base)).get(path)
      : await fetch(this.base + path, {
          signal: AbortSignal.timeout(60_000),
          ...(path === ASSISTANTS ? ASKED_BY_ASSISTANTS : {}),
        });
    const text = await response.text();
    const { status, headers } = response;
    const isRefused = status === 503 && headers.has("retry-after");
    this.tally[isRefused ? "refused" : status >= 500 ? "failed" : "answered"] += 1;
    return { path, status, headers, text, took: performance.now() - start };
  }

  askAll(paths: readonly string[]): Promise<Answer[]> {
    return Promise.all(paths.map((path) => this.ask(path)));
  }
}

/** Asked until long after what is known of the newest version has run out; at last it must say so. */
export async function keptIsAnswered(
  readers: Readers,
  rounds = 6,
  kept: readonly string[] = KEPT,
): Promise<string[]> {
  const problems: string[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const answer of await readers.askAll(kept)) {
      if (answer.status !== 200) problems.push(`${answer.path} is kept, and ${said(answer)}`);
      if (answer.took > stretched(KEPT_WITHIN))
        problems.push(`${answer.path} is kept, and took ${late(answer)}`);
    }
    if (rounds > 1) await wait(400);
  }
  return problems;
}

export function newIsRefused(readers: Readers): Promise<string[]> {
  return refusedSoon(readers, [...newViews(), ...newViews(), ...newViews()]);
}

export async function refusedSoon(readers: Readers, paths: readonly string[]): Promise<string[]> {
  const answers = await readers.askAll(paths);
  return answers.flatMap((answer) => [
    ...(answer.status === 503 ? [] : [`${answer.path} cannot be answered, and ${said(answer)}`]),
    ...wrongRefusal(answer),
    ...(answer.took > stretched(REFUSED_WITHIN)
      ? [`${answer.path} was refused after ${late(answer)}`]
      : []),
  ]);
}

/** The desk's tables are not those that are locked. */
export async function deskIsOpen(readers: Readers): Promise<string[]> {
  const answers = await readers.askAll(["/desk/sign-in", "/desk/sign-in", "/desk/sign-in"]);
  return answers.flatMap((answer) =>
    answer.status === 200 && answer.took < stretched(REFUSED_WITHIN)
      ? []
      : [`${answer.path} ${said(answer)} after ${late(answer)}`],
  );
}

/** In how many milliseconds every process knows of a publication. */
const SEEN_WITHIN = 2_000;

/** Has everything asked for that is kept, after what was published last is known: what is wanting, before anything breaks. */
export async function keepAll(readers: Readers): Promise<string[]> {
  await wait(SEEN_WITHIN);
  return allIsBack(readers);
}

export async function allIsBack(readers: Readers): Promise<string[]> {
  const end = performance.now() + stretched(BACK_WITHIN);
  let missing: Answer[] = [];
  do {
    const answers = await readers.askAll([...KEPT, ...newViews(), "/desk/sign-in"]);
    missing = answers.filter(
      ({ status, headers }) =>
        status !== 200 || headers.get("cache-status")?.includes("detail") === true,
    );
    if (missing.length === 0) return [];
    await wait(300);
  } while (performance.now() < end);
  return missing.map((answer) => `${answer.path} ${said(answer)} though the database is back`);
}

/** What is answered, if not at once then soon: a process that has just started has its turn first. */
export async function answeredSoon(readers: Readers, paths: readonly string[]): Promise<string[]> {
  const end = performance.now() + stretched(BACK_WITHIN);
  let missing: Answer[] = [];
  do {
    const answers = await readers.askAll(paths);
    missing = answers.filter(({ status }) => status !== 200);
    if (missing.every(({ status }) => status !== 503)) break;
    await wait(300);
  } while (performance.now() < end);
  return missing.map((answer) => `${answer.path} ${said(answer)}`);
}

const isOfDesk = (path: string) => path.startsWith("/desk") && path !== "/desk/sign-in";

/** What is asked while only a part is broken: each is answered, or refused soon in words that say what to do. */
export async function answeredOrRefused(
  readers: Readers,
  paths: readonly string[],
): Promise<string[]> {
  const answers = await readers.askAll(paths);
  return answers.flatMap((answer) => [
    ...(answer.status === 200 || answer.status === 503 ? [] : [`${answer.path} ${said(answer)}`]),
    ...(answer.status === 503 ? wrongRefusal(answer) : []),
    ...(answer.took > stretched(REFUSED_WITHIN) ? [`${answer.path} took ${late(answer)}`] : []),
  ]);
}

/** What a refusal leaves out: when to come back, and to people a title of its own and what they can do. */
function wrongRefusal({ path, headers, text }: Answer): string[] {
  const isPage = headers.get("content-type")?.startsWith("text/html") === true;
  const title = /<title>([^<]*)/.exec(text)?.[1] ?? "";
  return [
    ...(headers.has("retry-after") ? [] : [`${path} does not say when to come back`]),
    ...(isPage && !/cannot be reached|queue is full|Nothing can be saved/i.test(title)
      ? [`${path} is refused under the title “${title}”`]
      : []),
    ...(/again|come back/i.test(text) ? [] : [`${path} does not say what to do`]),
  ];
}

export const said = ({ status }: Answer) => `answered ${status}`;
export const late = ({ took }: Answer) => `${Math.round(took)} ms`;

/** In how many milliseconds a page at a plain URL says that it may not be of the newest version. */
const MARKED_WITHIN = 10_000;

/** Once nobody has confirmed for seconds that it is the newest, a page at a plain URL says that it may not be. */
export async function staleIsMarked(readers: Readers): Promise<string[]> {
  const end = performance.now() + stretched(MARKED_WITHIN);
  let unmarked: Answer[] = [];
  do {
    const pages = await readers.askAll(KEPT.filter((path) => !PERMANENT.includes(path)));
    unmarked = pages.filter(
      ({ status, headers }) =>
        status === 200 && !/ttl=-\d+; detail=/.test(headers.get("cache-status") ?? ""),
    );
    if (unmarked.length === 0) return [];
    await wait(300);
  } while (performance.now() < end);
  return unmarked.map(({ path }) => `${path} does not say that it may be stale`);
}
