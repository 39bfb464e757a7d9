import { randomBytes } from "node:crypto";
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import { SECRET_LENGTH } from "@/lib/environment/environment";
import { StepFailure } from "../progress.mjs";
import { folderProblem } from "./folder-problem.mjs";

/**
 * What cookies are signed with where LOSSLINE_SECRET is not given: a file in the data folder that is made on
 * the first start and that only its owner reads.
 * @throws {StepFailure} where it is too short, or cannot be read; the message never holds it
 */
export function keptSecret(folder: string): string {
  const file = path.join(folder, "secret");
  const kept = read(file);
  if (kept !== null) return kept;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    make(file);
  } catch (error) {
    const problem = folderProblem(folder, error);
    throw problem === null ? error : new StepFailure(problem);
  }
  const made = read(file);
  if (made === null) throw new StepFailure(`${file} could not be made.`);
  return made;
}

/** Comes into being whole, by a hard link: of two that start at once, one makes it and both read it. */
function make(file: string): void {
  const part = `${file}.${process.pid}.part`;
  rmSync(part, { force: true });
  const open = openSync(part, "wx", 0o600);
  try {
    writeSync(open, `${randomBytes(32).toString("hex")}\n`);
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
  try {
    linkSync(part, file);
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  } finally {
    rmSync(part, { force: true });
  }
}

/** The secret in a file; null where there is no such file. */
function read(file: string): string | null {
  let text: string;
  try {
    text = readFileSync(file, "utf8").trim();
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw new StepFailure(`${file} cannot be read (${codeOf(error)}): only its owner can.`);
  }
  if (text.length < SECRET_LENGTH) {
    throw new StepFailure(
      `${file} holds no secret of ${SECRET_LENGTH} characters or more. Remove it, and a new one is made; everybody then signs in anew, and sets second factors up anew.`,
    );
  }
  // On Windows a file has no such bits.
  if (process.platform !== "win32" && (statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600);
  return text;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
