import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { build, type Metafile } from "esbuild";
import { npmCommand } from "../install.mjs";
import { root, run, StepFailure } from "../progress.mjs";

const folder = path.join(root, "command-line");
const made = path.join(folder, "dist");

/**
 * Packs the command line as npm installs it: one file of JavaScript that needs no other package, with the licences of what
 * is in it. It is made here and not by npm's own step before packing, because no package's scripts run here (`.npmrc`).
 * @returns the file, and how large it is
 */
export async function packCommandLine(): Promise<{ file: string; bytes: number }> {
  rmSync(made, { recursive: true, force: true });
  mkdirSync(made);
  const { metafile } = await build({
    entryPoints: [path.join(folder, "main.ts")],
    outfile: path.join(made, "lossline.mjs"),
    absWorkingDir: root,
    tsconfig: path.join(root, "tsconfig.json"),
    bundle: true,
    platform: "node",
    target: "node20.19",
    format: "esm",
    minify: true,
    metafile: true,
    banner: { js: "#!/usr/bin/env node" },
    logLevel: "silent",
  });
  writeFileSync(path.join(made, "LICENSES.txt"), licencesOf(metafile));
  cpSync(path.join(root, "LICENSE"), path.join(made, "LICENSE"));
  const { command, first } = npmCommand();
  const args = [...first, "pack", "--ignore-scripts", "--pack-destination", made];
  await run("pack", command, args, { cwd: folder });
  const file = readdirSync(made).find((name) => name.endsWith(".tgz"));
  if (file === undefined) throw new StepFailure("npm packed nothing");
  return { file: path.join(made, file), bytes: statSync(path.join(made, file)).size };
}

/** The licences of the packages of which something is in the file. */
function licencesOf({ inputs }: Metafile): string {
  const packages = new Set(
    Object.keys(inputs).flatMap(
      (input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? [],
    ),
  );
  return [...packages]
    .sort()
    .map((place) => {
      const home = path.join(root, place);
      const { name, version, license } = JSON.parse(
        readFileSync(path.join(home, "package.json"), "utf8"),
      ) as { name: string; version: string; license: string };
      const file = readdirSync(home).find((each) => /^licen[cs]e/i.test(each));
      const text = file === undefined ? "" : readFileSync(path.join(home, file), "utf8");
      return `${name} ${version} (${license})\n\n${text.trim()}\n`;
    })
    .join("\n----\n\n");
}
