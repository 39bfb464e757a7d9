import { setTimeout as wait } from "node:timers/promises";
import { type Answer, readerOf } from "./reader.mjs";

const VIEWS = 1_000;
const PICTURES = 50;
/** Between two questions for what is kept, in milliseconds. */
const PAUSE = 100;

/**
 * A thousand views that nobody has asked for, and large pictures, all at once; and whoever reads what is kept meanwhile.
 * @param time which time it is: each has views of its own
 */
export async function onslaught(
  address: string,
  time: number,
): Promise<{ made: Answer[]; kept: Answer[] }> {
  const ask = readerOf(address, VIEWS + PICTURES + 1);
  const reader = readerOf(address, 1);
  await reader("/");
  const kept: Answer[] = [];
  let isOver = false;
  const reading = (async () => {
    while (!isOver) {
      kept.push(await reader("/"));
      await wait(PAUSE);
    }
  })();
  const made = await Promise.all([
    ...Array.from({ length: VIEWS }, (_, view) => ask(newView(view, time))),
    ...Array.from({ length: PICTURES }, (_, picture) =>
      ask(`/charts/monthly.png?scale=4&shape=story&least=${1_000 * time + picture}`),
    ),
  ]);
  isOver = true;
  await reading;
  return { made, kept };
}

function newView(view: number, time: number): string {
  const year = 2011 + (view % 15);
  if (view % 3 === 0) return `/incidents?q=new${time}x${view}`;
  if (view % 3 === 1)
    return `/charts/largest?top=${3 + (view % 40)}&year=${year}&least=${5_000 * time + view}`;
  const [month, day] = [1 + (view % 12), 1 + ((view + time) % 28)].map((part) =>
    String(part).padStart(2, "0"),
  );
  return `/?year=${year}&through=${year}-${month}-${day}`;
}
