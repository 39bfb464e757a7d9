import { setTimeout as wait } from "node:timers/promises";
import { Random } from "../record/random.mjs";
import { type Answer, readerOf } from "./reader.mjs";

const SECONDS = 60;
const READERS = 200;
/** What half of all questions are for. */
const COMMON = [
  ..."/ /incidents /actors /actors/lazarus-group /charts /charts/monthly /periods /methodology".split(
    " ",
  ),
  ..."/figures /links /targets /charts/monthly.svg /charts/largest.png".split(" "),
];

/** Readers who come within two seconds and then ask for something every 0.5 to 2.5 s, with nothing kept at first. */
export async function mixedReaders(address: string): Promise<Answer[]> {
  const ask = readerOf(address, READERS);
  const { text } = await ask("/incidents?sort=largest");
  const slugs = [...text.matchAll(/\/incidents\/([a-z0-9-]+)"/g)].map(([, slug]) => slug ?? "");
  const random = new Random(READERS);
  const pathFor = (reader: number) => {
    if (random.chance(0.5)) return random.pick(COMMON);
    if (random.chance(0.7)) return `/incidents/${random.pick(slugs)}`;
    return `/incidents?q=w${reader}x${random.below(1_000_000)}`;
  };
  const answers: Answer[] = [];
  const end = performance.now() + SECONDS * 1_000;
  const read = async (reader: number) => {
    await wait(random.below(2_000));
    while (performance.now() < end) {
      answers.push(await ask(pathFor(reader)));
      await wait(500 + random.below(2_000));
    }
  };
  await Promise.all(Array.from({ length: READERS }, (_, reader) => read(reader)));
  return answers;
}
