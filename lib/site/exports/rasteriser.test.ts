import { spawn } from "node:child_process";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { Rasteriser } from "@/lib/site/exports/rasteriser";

const MEGABYTE = 1024 * 1024;
/** A story at a scale of 2: 8.3 million pixels, of which each takes 9 bytes while it is drawn. */
const STORY = { width: 1080, height: 1920, scale: 2 };
const PIXELS = 1080 * 1920 * 2 * 2;
/** What a thread of Node with its fonts, its shaper and its young heap may take by itself. */
const THREAD = 50 * MEGABYTE;

interface Memory {
  /** Bytes above what the process took before its first picture. */
  most: number;
  idle: number;
}

/** Draws so many stories, six asked for at a time, in a process of its own. */
async function drawStories(count: number, threads: number): Promise<Memory> {
  const child = spawn(
    process.execPath,
    [
      "--eval",
      `require("tsx/cjs");
       const { Rasteriser } = require(${JSON.stringify(path.resolve("lib/site/exports/rasteriser.ts"))});
       const svg = (fill) => \`<svg xmlns="http://www.w3.org/2000/svg" width="1080" height="1920"><rect width="100%" height="100%" fill="#\${fill}"/><text x="9" y="99">Ag</text></svg>\`;
       const rasteriser = new Rasteriser(${threads}, ${PIXELS});
       const first = process.memoryUsage.rss();
       let [most, asked] = [0, 0];
       const note = () => { most = Math.max(most, process.memoryUsage.rss() - first); };
       setInterval(note, 5).unref();
       const draw = async () => {
         while (asked < ${count}) {
           await rasteriser.draw(svg(String(100 + asked++)), ${JSON.stringify(STORY)});
           note();
         }
       };
       Promise.all(Array.from({ length: 6 }, draw)).then(() => setTimeout(() => {
         process.send({ most, idle: process.memoryUsage.rss() - first });
         process.disconnect();
       }, 500));`,
    ],
    { stdio: ["ignore", "inherit", "inherit", "ipc"] },
  );
  onTestFinished(() => void child.kill("SIGKILL"));
  return new Promise((resolve, reject) => {
    child.once("message", (memory) => resolve(memory as Memory));
    child.once("exit", (code) => reject(new Error(`the process ended with ${code}`)));
  });
}

test("pictures take the memory of one, however many are asked for, and give it back", async () => {
  const { most, idle } = await drawStories(24, 3);
  expect(most).toBeGreaterThan(4 * PIXELS);
  expect(most).toBeLessThan(9 * PIXELS + 3 * THREAD);
  expect(idle).toBeLessThan(3 * THREAD);
});

test("what is larger than there is room for is drawn alone, and those behind it after it", async () => {
  const rasteriser = new Rasteriser(2, 100);
  const done: string[] = [];
  const draw = async (name: string, width: number) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="10"/>`;
    await rasteriser.draw(svg, { width, height: 10, scale: 1 });
    done.push(name);
  };
  await Promise.all([draw("small", 6), draw("large", 900), draw("behind", 2), draw("last", 6)]);
  expect(done.slice(0, 2)).toEqual(["small", "large"]);
  expect(done.toSorted()).toEqual(["behind", "large", "last", "small"]);
});
