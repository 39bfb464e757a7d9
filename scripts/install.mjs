import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { root, run, StepFailure, step } from "./progress.mjs";

const oldest = [20, 19];

/** Makes sure that Node is new enough and that what package-lock.json names is installed. */
export async function install() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
    throw new StepFailure(
      `Lossline needs Node ${oldest.join(".")} or later; this is ${process.versions.node}.\n` +
        "Install a newer one from https://nodejs.org or with your version manager.",
    );
  }
  await step("Packages", async (settle) => {
    if (isInstalled()) return settle("already done");
    // biome-ignore lint/style/noProcessEnv: no setting: npm says where it is
    const npm = process.env.npm_execpath;
    const [command, first] = npm?.endsWith(".js") ? [process.execPath, [npm]] : ["npm", []];
    // Not `npm ci`: it refuses a lock file that lacks the binaries of platforms other than the one
    // it was written on. This reads the same lock file and leaves it as it is.
    await run("install", command, [...first, "install", "--no-save", "--include=dev"]);
    settle("installed");
  });
}

/** Whether node_modules holds what the lock file names; npm writes its own list when it is done. */
export function isInstalled(folder = root) {
  const installedList = path.join(folder, "node_modules", ".package-lock.json");
  if (!existsSync(installedList)) return false;
  const wanted = packagesIn(path.join(folder, "package-lock.json"));
  const installed = packagesIn(installedList);
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === "") return true;
    const found = installed[place];
    if (found === undefined) return entry.optional === true || entry.devOptional === true;
    return found.version === entry.version;
  });
}

function packagesIn(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}
