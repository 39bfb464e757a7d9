import { setTimeout as wait } from "node:timers/promises";
import type { RunningWeb } from "../web.mjs";
import { keptIsAnswered, type Readers, said } from "./answers.mjs";

/** So many new views, and large pictures beside them, are asked for at once. */
const TOO_MANY = { views: 1_000, pictures: 50 };
/**
 * The largest that the process may get meanwhile, in megabytes: two to three times what it gets, and less than the
 * 1,900 that it got when nobody was turned away.
 */
const LARGEST_MEMORY = 1_536;

/** Asks for more at once than can be made: some of it is made, the rest is turned away, and what is kept is there all the while. */
export async function askedTooMuch(readers: Readers, web: RunningWeb): Promise<string[]> {
  const paths = [
    ...Array.from(
      { length: TOO_MANY.views },
      (_, view) => `/charts/largest?top=${3 + (view % 40)}&least=${1_000 + view}`,
    ),
    ...Array.from(
      { length: TOO_MANY.pictures },
      (_, picture) => `/charts/monthly.png?scale=4&shape=story&least=${1_000 + picture}`,
    ),
  ];
  const [answers, kept] = await Promise.all([
    Promise.all(
      paths.map((path) =>
        readers.ask(path).catch((error: Error): string => `${path} was cut off: ${error.message}`),
      ),
    ),
    // Once those who were turned away have been told so, which takes a moment for a thousand.
    wait(2_000).then(() => keptIsAnswered(readers)),
  ]);
  const whole = answers.filter((answer) => typeof answer !== "string");
  const refused = whole.filter(({ status }) => status === 503);
  return [
    ...answers.filter((answer) => typeof answer === "string").slice(0, 5),
    ...whole
      .filter(({ status }) => status !== 200 && status !== 503)
      .map((answer) => `${answer.path} ${said(answer)}`),
    ...refused
      .filter(({ headers }) => !headers.has("retry-after"))
      .map(({ path }) => `${path} does not say when to come back`),
    ...(refused.length > 0 ? [] : ["nobody was turned away"]),
    ...(refused.length < paths.length ? [] : ["everybody was turned away"]),
    ...kept,
    ...memoryIsBounded(web),
  ];
}

/** What is wrong where the process has ever held more than it may. */
export function memoryIsBounded(web: RunningWeb): string[] {
  const memory = web.peakMemory();
  return memory === null || memory <= LARGEST_MEMORY ? [] : [`it took ${Math.round(memory)} MB`];
}
