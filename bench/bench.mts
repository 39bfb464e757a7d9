import { StepFailure, step } from "../scripts/progress.mjs";
import { build } from "../scripts/running/build.mjs";
import { generate } from "../scripts/running/generate.mjs";
import type { Measured } from "./measurement.mjs";
import { optionsIn, type Part } from "./options.mjs";
import { machine, writeResults } from "./results.mjs";
import { type Server, startServer } from "./server.mjs";
import { tableOf } from "./table.mjs";

/** `npm run bench`: measures and prints. Returns 1 where something could not be measured. */
export async function main(args: string[]): Promise<number> {
  const { parts, largest, embedded } = optionsIn(args);
  // Before anything is drawn: React's way of making elements is another where the program serves.
  // biome-ignore lint/style/noProcessEnv: React's setting, not one of the program's
  Object.assign(process.env, { NODE_ENV: "production" });
  // What was started ends with this program, however that ends: each part sees to its own on exit.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
  const measured: Measured[] = [];
  let failures = 0;
  const measure = async (part: Part, work: () => Promise<Measured[]>) => {
    if (!parts.includes(part)) return;
    try {
      for (const figures of await work()) {
        measured.push(figures);
        console.log(tableOf(figures));
      }
    } catch (error) {
      if (!(error instanceof StepFailure)) throw error;
      failures += 1;
      console.error(`\nThe part "${part}" could not be measured: ${error.message}`);
    }
  };
  const started = machine();
  await generate();
  if (parts.some((part) => part !== "clone")) {
    await step("Build", build);
    const server = await step("Database", async (settle) => {
      const running = await startServer(embedded);
      settle(running.name);
      return running;
    });
    try {
      await measureOn(server);
    } finally {
      await server.stop();
    }
  }
  await measure("clone", async () => [await (await import("./clone.mjs")).measureClone()]);
  console.log(
    `\n${started.name}, ${started.node}; load ${started.load} before, ${machine().load} after.`,
  );
  console.log(`Written to ${writeResults(started, measured)}.`);
  return failures === 0 ? 0 : 1;

  async function measureOn(server: Server): Promise<void> {
    await measure("drawing", async () => [await (await import("./drawing.mjs")).measureDrawing()]);
    await measure("pages", async () => [await (await import("./pages.mjs")).measurePages(server)]);
    await measure("files", async () => [
      await (await import("./chart-files.mjs")).measureChartFiles(server),
    ]);
    await measure("scripts", async () => [
      await (await import("./scripts.mjs")).measureScripts(server),
    ]);
    await measure("worklists", async () =>
      (await import("./worklists.mjs")).measureWorklists(server, largest),
    );
    await measure("duplicates", async () =>
      (await import("./duplicates.mjs")).measureDuplicates(server, largest),
    );
    await measure("imports", async () => [
      await (await import("./imports.mjs")).measureImports(server),
      await (await import("./imports.mjs")).measureTableImport(server),
    ]);
    await measure("search", async () =>
      (await import("./search.mjs")).measureSearch(server, largest),
    );
    await measure("explorer", async () =>
      (await import("./explorer.mjs")).measureExplorer(server, largest),
    );
    await measure("load", async () => (await import("./load.mjs")).measureLoad(server));
    await measure("open-data", async () =>
      (await import("./open-data.mjs")).measureOpenData(server, largest),
    );
    await measure("sizes", async () => (await import("./sizes.mjs")).measureSizes(server, largest));
  }
}
