import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { npmCommand } from "../install.mjs";
import { children, run } from "../progress.mjs";
import { packCommandLine } from "./command-line-package.mjs";

export interface Said {
  code: number | string;
  stdout: string;
  stderr: string;
}

/** The command line, installed from its tarball as anybody would. */
export interface InstalledCommandLine {
  /** Where it was installed; files that it is told to write land here. */
  folder: string;
  /** The packages that came with it, itself included. */
  packages: string[];
  lossline(args: readonly string[], options?: { input?: string; server?: string }): Promise<Said>;
  /** A line of a shell that has it on its path. */
  shell(line: string): Promise<Said>;
}

/** Packs and installs it into a folder. @param server what LOSSLINE_SERVER says */
export async function installCommandLine(
  folder: string,
  server: string,
): Promise<InstalledCommandLine> {
  const { file } = await packCommandLine();
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "package.json"), '{ "private": true }\n');
  const { command, first } = npmCommand();
  // It needs no other package, and so no registry.
  await run("command-line", command, [...first, "install", "--offline", "--no-audit", file], {
    cwd: folder,
  });
  const bin = path.join(folder, "node_modules", ".bin");
  // biome-ignore lint/style/noProcessEnv: handed on whole
  const own = process.env;
  const environment = (named: string) => ({
    ...own,
    LOSSLINE_SERVER: named,
    NO_COLOR: "1",
    PATH: `${bin}${path.delimiter}${path.dirname(process.execPath)}${path.delimiter}${own.PATH}`,
  });
  return {
    folder,
    packages: readdirSync(path.join(folder, "node_modules")).filter(
      (name) => !name.startsWith("."),
    ),
    lossline: (args, options = {}) =>
      saidBy(process.execPath, [path.join(bin, "lossline"), ...args], {
        cwd: folder,
        env: environment(options.server ?? server),
        input: options.input ?? "",
      }),
    shell: (line) =>
      saidBy("bash", ["-c", line], { cwd: folder, env: environment(server), input: "" }),
  };
}

function saidBy(
  program: string,
  args: readonly string[],
  { input, ...options }: { cwd: string; env: NodeJS.ProcessEnv; input: string },
): Promise<Said> {
  return new Promise((resolve) => {
    const child = spawn(program, args, options);
    children.add(child);
    const said: Said = { code: 0, stdout: "", stderr: "" };
    child.stdout.on("data", (piece: Buffer) => {
      said.stdout += piece;
    });
    child.stderr.on("data", (piece: Buffer) => {
      said.stderr += piece;
    });
    const end = (code: number | string) => {
      children.delete(child);
      resolve({ ...said, code });
    };
    child.once("error", (error) => end(error.message));
    child.once("close", (code, signal) => end(signal ?? code ?? 0));
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}
