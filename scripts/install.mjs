import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { root, run, StepFailure, step } from "./progress.mjs";

const oldest = [20, 19];

/**
 * Makes sure that Node is new enough and that what package-lock.json names is installed.
 * @param {{ tools: boolean }} options whether also what only tests, checks and benchmarks need
 */
export async function install({ tools }) {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
    throw new StepFailure(
      `Lossline needs Node ${oldest.join(".")} or later; this is ${process.versions.node}.\n` +
        "Install a newer one from https://nodejs.org or with your version manager.",
    );
  }
  await step("Packages", async (settle) => {
    if (isInstalled({ tools })) return settle("already done");
    const { command, first } = npmCommand();
    // Tools that are there stay: the next test would only install them again.
    const which = tools || hasTools() ? "--include=dev" : "--omit=dev";
    // Not `npm ci`: it refuses a lock file that lacks the binaries of platforms other than the one
    // it was written on. This reads the same lock file and leaves it as it is.
    await run("install", command, [...first, "install", "--no-save", which]);
    settle("installed");
  });
}

/** How npm is started: the one that started this program, where one has. */
export function npmCommand() {
  // biome-ignore lint/style/noProcessEnv: no setting: npm says where it is
  const npm = process.env.npm_execpath;
  return npm?.endsWith(".js")
    ? { command: process.execPath, first: [npm] }
    : { command: "npm", first: [] };
}

/**
 * Whether node_modules holds what the lock file names; npm writes its own list when it is done.
 * @param {{ tools: boolean, folder?: string }} options
 */
export function isInstalled({ tools, folder = root }) {
  const installed = installedIn(folder);
  if (installed === null) return false;
  const wanted = packagesIn(path.join(folder, "package-lock.json"));
  const missing = Object.entries(wanted).some(([place, entry]) => {
    if (place === "" || (!tools && isTool(entry))) return false;
    const found = installed[place];
    // Those of other platforms are not installed. Of tools that something else would use too, if they are
    // there, npm does not tell which those are: their direct ones are looked for below.
    if (found === undefined) return entry.optional !== true && entry.devOptional !== true;
    return found.version !== entry.version;
  });
  return !missing && (!tools || hasTools(folder));
}

/** Whether all tools that package.json names are there, in whichever version. */
function hasTools(folder = root) {
  const installed = installedIn(folder) ?? {};
  const { devDependencies = {} } = packagesIn(path.join(folder, "package-lock.json"))[""];
  return Object.keys(devDependencies).every((name) => `node_modules/${name}` in installed);
}

function isTool(entry) {
  return entry.dev === true || entry.devOptional === true;
}

function installedIn(folder) {
  const list = path.join(folder, "node_modules", ".package-lock.json");
  return existsSync(list) ? packagesIn(list) : null;
}

function packagesIn(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}
