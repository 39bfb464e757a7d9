import { setTimeout as wait } from "node:timers/promises";

// What the faults ask for, and how it must be answered while something is broken and afterwards.

export interface Answer {
  path: string;
  status: number;
  /** Milliseconds until it was there whole. */
  took: number;
  headers: Headers;
  text: string;
}

/** Within how many milliseconds those are answered who are answered from memory, and who are refused. */
const KEPT_WITHIN = 1_500;
export const REFUSED_WITHIN = 3_000;
/** How soon new views are there again after the database is. */
export const BACK_WITHIN = 8_000;

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

export class Readers {
  constructor(private readonly base: string) {}

  async ask(path: string): Promise<Answer> {
    const start = performance.now();
    const response = await fetch(this.base + path, { signal: AbortSignal.timeout(60_000) });
    const text = await response.text();
    const { status, headers } = response;
    return { path, status, headers, text, took: performance.now() - start };
  }

  askAll(paths: readonly string[]): Promise<Answer[]> {
    return Promise.all(paths.map((path) => this.ask(path)));
  }
}

/** Asked until long after what is known of the newest version has run out; at last it must say so. */
export async function keptIsAnswered(readers: Readers): Promise<string[]> {
  const problems: string[] = [];
  for (let round = 0; round < 6; round++) {
    for (const answer of await readers.askAll(KEPT)) {
      if (answer.status !== 200) problems.push(`${answer.path} is kept, and ${said(answer)}`);
      if (answer.took > KEPT_WITHIN)
        problems.push(`${answer.path} is kept, and took ${late(answer)}`);
    }
    await wait(400);
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
    ...(answer.headers.has("retry-after") ? [] : [`${answer.path} does not say when to come back`]),
    ...(answer.text === "" ? [`${answer.path} is answered with nothing`] : []),
    ...(answer.took > REFUSED_WITHIN ? [`${answer.path} was refused after ${late(answer)}`] : []),
  ]);
}

/** The desk's tables are not those that are locked. */
export async function deskIsOpen(readers: Readers): Promise<string[]> {
  const answers = await readers.askAll(["/desk/sign-in", "/desk/sign-in", "/desk/sign-in"]);
  return answers.flatMap((answer) =>
    answer.status === 200 && answer.took < REFUSED_WITHIN
      ? []
      : [`${answer.path} ${said(answer)} after ${late(answer)}`],
  );
}

export async function allIsBack(readers: Readers): Promise<string[]> {
  const end = performance.now() + BACK_WITHIN;
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

export const said = ({ status }: Answer) => `answered ${status}`;
export const late = ({ took }: Answer) => `${Math.round(took)} ms`;
