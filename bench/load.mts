import { setTimeout as wait } from "node:timers/promises";
import { mixedReaders } from "./load/mixed-readers.mjs";
import { onslaught } from "./load/onslaught.mjs";
import { type Answer, within } from "./load/reader.mjs";
import { type Bound, type Measured, type Measurement, measurement } from "./measurement.mjs";
import { loadStartingDataset } from "./pages.mjs";
import type { Server } from "./server.mjs";
import { serve } from "./web.mjs";

/** After how many milliseconds memory ought to be what it was. */
const A_MINUTE = 60_000;

/** What readers get on a bad day, and what it takes of memory. */
export async function measureLoad(server: Server): Promise<Measured[]> {
  const database = await server.create("load");
  try {
    await loadStartingDataset(database.url);
    return [await measureMixed(database.url), await measureOnslaught(database.url)];
  } finally {
    await database.drop();
  }
}

async function measureMixed(url: string): Promise<Measured> {
  const web = await serve(url);
  try {
    const answers = await mixedReaders(web.address);
    const { kept, made, figures } = sorted(answers);
    return {
      title: "Two hundred readers for a minute, with nothing kept at first",
      notes: [
        "Half of their questions are for thirteen pages and files, a third for incidents, the rest for searches of their own.",
        "On one machine with those who ask: they take a part of the processors.",
      ],
      figures: [
        ...figures,
        ...waited("Kept", kept, { atMost: 2_000 }),
        ...waited("Made", made, { atMost: 10_000 }),
      ],
    };
  } finally {
    await web.stop();
  }
}

async function measureOnslaught(url: string): Promise<Measured> {
  const web = await serve(url);
  try {
    // A process that has made pages and pictures before, as it would have.
    await onslaught(web.address, 1);
    await wait(A_MINUTE);
    const before = web.memory();
    const { made, kept } = await onslaught(web.address, 2);
    const after = web.memory();
    await wait(A_MINUTE);
    const later = web.memory();
    return {
      title: "A thousand new views and fifty large pictures at once",
      notes: [
        "While they are made somebody reads a kept page, ten times a second. Memory is what the system counts (RSS).",
      ],
      figures: [
        ...sorted(made).figures,
        ...waited("Made", sorted(made).made, null),
        measurement("Kept meanwhile: asked for", "answers", [kept.length]),
        measurement("Kept meanwhile: not answered", "answers", [refused(kept)], { atMost: 0 }),
        ...waited("Kept meanwhile", kept, { atMost: 200 }),
        ...(before === null || after === null || later === null
          ? []
          : [
              measurement("Memory before", "MB", [before.now]),
              measurement("Memory at most", "MB", [after.peak], { atMost: 1_000 }),
              measurement("Memory a minute later", "MB", [later.now]),
              measurement("A minute later : before", "times", [later.now / before.now], {
                atMost: 1.2,
              }),
            ]),
      ],
    };
  } finally {
    await web.stop();
  }
}

const refused = (answers: readonly Answer[]) =>
  answers.filter(({ status }) => status !== 200).length;

/** Answers by what came of them, with how many there are of each. */
function sorted(answers: readonly Answer[]) {
  const whole = answers.filter(({ status }) => status === 200);
  const refused = answers.filter(({ status }) => status === 503);
  const count = (name: string, of: number, bound: Bound | null = null) =>
    measurement(name, "answers", [of], bound);
  return {
    kept: whole.filter(({ isKept }) => isKept),
    made: whole.filter(({ isKept }) => !isKept),
    figures: [
      count("Answered", whole.length),
      count("Told to come again (503)", refused.length),
      count("Anything else", answers.length - whole.length - refused.length, { atMost: 0 }),
    ],
  };
}

/** How long answers of a kind took. */
function waited(name: string, answers: readonly Answer[], bound: Bound | null): Measurement[] {
  const half = within(0.5, answers);
  const most = within(0.99, answers);
  if (half === null || most === null) return [];
  return [
    measurement(`${name}: half of them within`, "ms", [half]),
    measurement(`${name}: 99 of 100 within`, "ms", [most], bound),
  ];
}
