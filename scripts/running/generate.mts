import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { root, run, step } from "../progress.mjs";
import { Stamp } from "./stamp.mjs";

/** Writes the database client from prisma/schema.prisma. */
export async function generate(): Promise<void> {
  await step("Client", async (settle) => {
    const stamp = new Stamp("generated");
    const client = path.join(root, "lib", "db", "generated", "client.ts");
    const made =
      readFileSync(path.join(root, "prisma", "schema.prisma"), "utf8") +
      readFileSync(path.join(root, "node_modules", "prisma", "package.json"), "utf8");
    if (existsSync(client) && stamp.matches(made)) return settle("already done");
    await run("generate", process.execPath, [prismaCommand, "generate"], {
      env: {
        // The command asks only that this file exists; without it, it would download an engine.
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
        CHECKPOINT_DISABLE: "1",
      },
    });
    stamp.set(made);
    settle("generated");
  });
}

const prismaCommand = path.join(root, "node_modules", "prisma", "build", "index.js");
