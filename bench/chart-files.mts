import autocannon from "autocannon";
import { StepFailure } from "../scripts/progress.mjs";
import { type Measured, measurement } from "./measurement.mjs";
import { loadStartingDataset } from "./pages.mjs";
import { inTurn } from "./samples.mjs";
import type { Server } from "./server.mjs";
import { ask, serve } from "./web.mjs";

const ROUNDS = 5;
const SECONDS = 4;
const CONNECTIONS = 16;
const SVG = "/v/1/charts/monthly.svg?year=2023";
const PNG = "/v/1/charts/monthly.png?year=2023";
const DISTINCT = 50_000;
/** How often the memory is looked at on the way. */
const LOOKS = 10;
/** A small cache, so that it is full early and what is beyond it shows. */
const CACHE_MB = "16";

/** How fast kept files are answered, and whether ever more different ones take ever more memory. */
export async function measureChartFiles(server: Server): Promise<Measured> {
  const database = await server.create("files");
  await loadStartingDataset(database.url);
  const web = await serve(database.url, {
    LOSSLINE_FILE_CACHE_MB: CACHE_MB,
    LOSSLINE_PAGE_CACHE_MB: CACHE_MB,
  });
  try {
    const size = (await ask(web.address + SVG)).length;
    await ask(web.address + PNG);
    const rates = await inTurn(ROUNDS, {
      svg: () => rateOf(web.address + SVG),
      png: () => rateOf(web.address + PNG),
    });
    const memory: number[] = [];
    for (let look = 0; look < LOOKS; look++) {
      await askDifferent(web.address, look * (DISTINCT / LOOKS), DISTINCT / LOOKS);
      const now = web.memory()?.now;
      if (now !== undefined) memory.push(now);
    }
    const half = memory.slice(memory.length / 2);
    const first = memory.slice(1, memory.length / 2);
    const mean = (values: number[]) =>
      values.reduce((sum, value) => sum + value, 0) / values.length;
    return {
      title: "Chart files",
      notes: [
        `The starting dataset on ${server.name}; an SVG of ${Math.round(size / 1000)} kB and its PNG at 2×, ${CONNECTIONS} connections, ${ROUNDS} rounds of ${SECONDS} s in turn.`,
        `Memory of the web process over ${DISTINCT} different files (most SVG, every hundredth a PNG), with a cache of ${CACHE_MB} MB.`,
      ],
      figures: [
        measurement("Kept SVG", "req/s", rates.svg, { atLeast: 800 }),
        measurement("Kept PNG", "req/s", rates.png, { atLeast: 800 }),
        ...(memory.length === 0
          ? []
          : [
              measurement(`Memory, looked at ${LOOKS} times`, "MB", memory),
              measurement("Memory, second half : first half", "times", [mean(half) / mean(first)], {
                atMost: 1.1,
              }),
            ]),
      ],
    };
  } finally {
    await web.stop();
    await database.drop();
  }
}

/** Answers per second. @throws {StepFailure} where one failed */
async function rateOf(url: string): Promise<number> {
  const result = await autocannon({ url, connections: CONNECTIONS, duration: SECONDS });
  const failed = result.non2xx + result.errors + result.timeouts;
  if (failed > 0) throw new StepFailure(`${failed} answers failed`);
  return result.requests.total / result.duration;
}

/** Asks for so many files that nobody has asked for before, a few at a time, so that none is refused. */
async function askDifferent(address: string, start: number, count: number): Promise<void> {
  let next = start;
  const worker = async () => {
    while (next < start + count) {
      const place = next++;
      const size = `width=${320 + (place % 3600)}&height=${320 + Math.floor(place / 3600)}`;
      const format = place % 100 === 0 ? "png" : "svg";
      const scale = format === "png" ? "&scale=1" : "";
      await ask(`${address}/v/1/charts/chains.${format}?year=2023&${size}${scale}`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}
