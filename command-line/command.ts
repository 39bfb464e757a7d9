import type { ExitCode } from "@/command-line/failure";
import type { Output } from "@/command-line/output";
import type { Server } from "@/command-line/server";

/** An option of a command, written `--name`. */
export interface Option {
  name: string;
  /** What stands behind it in the help, such as `FILE`; null of one that takes nothing. */
  takes: string | null;
  about: string;
  /** What it may be, where that is a short list. */
  values: readonly string[];
  /** Whether it goes to the server as it is: what it may be is then for the server to say. */
  isAsked: boolean;
}

/** What somebody has typed behind a command. */
export interface Given {
  /** What stands beside the options. */
  words: readonly string[];
  options: ReadonlyMap<string, readonly string[]>;
  /** The options that go to the server. */
  query: URLSearchParams;
  format: string;
}

/** What a command works with. */
export interface Surroundings {
  output: Output;
  /** Says progress and warnings to whoever sits before it, never into what is piped on. */
  notes: Output;
  input: AsyncIterable<Uint8Array | string>;
  /** @throws {Failure} where no server was named */
  server(): Server;
  /** Null where none was named: then only what needs none is checked. */
  serverIfNamed(): Server | null;
}

export interface Command {
  name: string;
  about: string;
  /** What stands behind the options in the help, such as `ENTRY…`; null where nothing may. */
  words: string | null;
  /** The fewest and the most words that it takes. */
  takes: readonly [fewest: number, most: number];
  /** What completes a word: names of files, or a short list. */
  completes: "files" | readonly string[];
  options: readonly Option[];
  /** The first is what is written where none is asked for. */
  formats: readonly [string, ...string[]];
  examples: readonly string[];
  run(given: Given, surroundings: Surroundings): Promise<ExitCode>;
}

/** The last value of an option; null where it was not given. */
export function lastValue({ options }: Given, name: string): string | null {
  return options.get(name)?.at(-1) ?? null;
}

export function isGiven({ options }: Given, name: string): boolean {
  return options.has(name);
}
