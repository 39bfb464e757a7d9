import { setTimeout as wait } from "node:timers/promises";
import { type Answer, readerOf } from "../load/reader.mjs";
import { Random } from "../record/random.mjs";

const CLIENTS = 200;
/** What half of all questions are for. */
const COMMON = [
  ..."/incidents /incidents?sort=largest /actors /figures /stats?interval=month /stats?by=category".split(
    " ",
  ),
  ..."/versions?limit=1&fields=version /openapi.json".split(" "),
];

/**
 * Two hundred programs that each ask for something every two to four seconds.
 * @param time which time it is: each has questions of its own
 * @param size how many incidents there are
 */
export async function manyClients(
  address: string,
  seconds: number,
  time: number,
  size: number,
): Promise<Answer[]> {
  const ask = readerOf(address, CLIENTS);
  const random = new Random(CLIENTS + time);
  const pathFor = () => {
    if (random.chance(0.5)) return random.pick(COMMON);
    const id = 1 + random.below(size);
    if (random.chance(0.5)) return `/incidents/${id}`;
    const year = 2012 + random.below(14);
    const from = `from=${year}-01-01&to=${year}-12-${10 + random.below(20)}`;
    if (random.chance(0.3)) return `/stats?${from}&least=${time * size + id}&by=category`;
    if (random.chance(0.3)) return `/addresses?${from}&least=${time * size + id}`;
    return `/incidents?${from}&least=${time * size + id}`;
  };
  const answers: Answer[] = [];
  const end = performance.now() + seconds * 1_000;
  const follow = async () => {
    await wait(random.below(3_000));
    while (performance.now() < end) {
      answers.push(await ask(`/api/v1${pathFor()}`));
      await wait(2_000 + random.below(2_000));
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, follow));
  return answers;
}
