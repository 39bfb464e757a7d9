import { spawn } from "node:child_process";
import { appendFileSync, closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import path from "node:path";

// Plain JavaScript without dependencies: this runs before anything is installed.

export const root = path.resolve(import.meta.dirname, "..");
export const stateFolder = path.join(root, ".lossline");

/** A step that failed, with what the person should see of it. */
export class StepFailure extends Error {}

/** Seconds since a `performance.now()`, as "1.2 s". */
export function secondsSince(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

/** Titles of the steps that run at the moment. On a terminal they are in one line below those that are done. */
const underWay = [];

/**
 * Runs one step and prints a line for it: title, outcome, time. Others may run at the same time.
 * @template T
 * @param {string} title
 * @param {(settle: (outcome: string) => void) => Promise<T> | T} work calls settle with its outcome
 * @returns {Promise<T>}
 * @throws {StepFailure} with the step named
 */
export async function step(title, work) {
  const start = performance.now();
  let outcome = "done";
  underWay.push(title);
  showUnderWay();
  const settled = (text) => {
    underWay.splice(underWay.indexOf(title), 1);
    if (process.stdout.isTTY) process.stdout.write("\r\x1b[2K");
    console.log(`  ${title.padEnd(14)} ${text.padEnd(46)} ${secondsSince(start).padStart(8)}`);
    showUnderWay();
  };
  try {
    const result = await work((text) => {
      outcome = text;
    });
    settled(outcome);
    return result;
  } catch (error) {
    settled("FAILED");
    if (error instanceof StepFailure) throw new StepFailure(`${title}: ${error.message}`);
    throw error;
  }
}

function showUnderWay() {
  if (!process.stdout.isTTY || underWay.length === 0) return;
  process.stdout.write(`\r\x1b[2K  ${underWay.join(", ")} …`);
}

/** Where the output of a hidden command is kept. */
export function logFile(name) {
  const folder = path.join(stateFolder, "logs");
  mkdirSync(folder, { recursive: true });
  return path.join(folder, `${name}.log`);
}

/**
 * Runs a command out of sight; its output is kept, and shown only where it fails.
 * @param {string} name of the log
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, cwd?: string }} [options]
 * @returns {Promise<string>} what it wrote
 * @throws {StepFailure}
 */
export async function run(name, command, args, options = {}) {
  const { code, output } = await attempt(name, command, args, options);
  if (code !== 0) throw new StepFailure(`it ended with ${code}.\n\n${shortened(output)}\n`);
  return output;
}

/**
 * As `run`, but a failure is only told by the code.
 * @param {{ env?: Record<string, string | undefined>, cwd?: string, inSight?: boolean }} [options]
 *   inSight shows its output at once, and keeps none; it may ask the person at the terminal
 * @returns {Promise<{ code: number | string, output: string }>}
 */
export async function attempt(name, command, args, options = {}) {
  const file = logFile(name);
  const out = openSync(file, "w");
  const child = spawn(command, args, {
    cwd: options.cwd ?? root,
    // biome-ignore lint/style/noProcessEnv: handed on whole
    env: { ...process.env, ...options.env },
    stdio: options.inSight ? "inherit" : ["ignore", out, out],
  });
  children.add(child);
  const code = await new Promise((resolve) => {
    child.once("error", (error) => {
      appendFileSync(file, `${error.message}\n`);
      resolve(error.message);
    });
    child.once("exit", (status, signal) => resolve(signal ?? status));
  });
  children.delete(child);
  closeSync(out);
  return { code, output: readFileSync(file, "utf8") };
}

/** Commands that run out of sight at the moment; stopped with the program. */
export const children = new Set();

/** The beginning, where the reason tends to stand, and the end of a long output. */
export function shortened(text, count = 60) {
  const lines = text.trimEnd().split("\n");
  const first = Math.floor(count / 3);
  if (lines.length <= count) return lines.join("\n");
  return [...lines.slice(0, first), "[…]", ...lines.slice(first - count)].join("\n");
}
