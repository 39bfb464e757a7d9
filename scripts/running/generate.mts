import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { enginesVersion } from "@prisma/engines-version";
import { root, step } from "../progress.mjs";
import { Stamp } from "./stamp.mjs";

const schemaPath = path.join(root, "prisma", "schema.prisma");
const generatorPackage = "@prisma/client-generator-ts";
const require = createRequire(import.meta.url);

/** Writes the database client from prisma/schema.prisma. */
export async function generate(): Promise<void> {
  await step("Client", async (settle) => {
    const stamp = new Stamp("generated");
    const client = path.join(root, "lib", "db", "generated", "client.ts");
    const made =
      readFileSync(schemaPath, "utf8") +
      readFileSync(path.join(root, "node_modules", generatorPackage, "package.json"), "utf8");
    if (existsSync(client) && stamp.matches(made)) return settle("already done");
    await writeClient();
    stamp.set(made);
    settle("generated");
  });
}

/**
 * What `prisma generate` does, by Prisma's own packages for it. The command comes with a studio, a development
 * server and drivers, 150 MB that nothing here uses, and would download an engine before it does anything.
 */
async function writeClient(): Promise<void> {
  // Their builds as ES modules do not load.
  const internals: typeof import("@prisma/internals") = require("@prisma/internals");
  const {
    PrismaClientTsGenerator,
  }: typeof import("@prisma/client-generator-ts") = require("@prisma/client-generator-ts");
  const files: [name: string, text: string][] = [[schemaPath, readFileSync(schemaPath, "utf8")]];
  const { generators, datasources } = await internals.getConfig({ datamodel: files });
  const [generator] = generators;
  if (generator?.output?.value == null)
    throw new Error("schema.prisma names no folder to write to");
  const output = path.resolve(path.dirname(schemaPath), generator.output.value);
  await new PrismaClientTsGenerator().generate({
    generator: { ...generator, isCustomOutput: true, output: { fromEnvVar: null, value: output } },
    otherGenerators: [],
    schemaPath,
    dmmf: await internals.getDMMF({ datamodel: files }),
    datasources,
    datamodel: internals.mergeSchemas({ schemas: files }),
    version: enginesVersion,
    binaryPaths: {},
  });
}
