import { format, stripVTControlCharacters } from "node:util";
import { log } from "@/lib/log/log";

const LEVELS = { error: "error", warn: "warn", info: "info", log: "info" } as const;

/** Has what others write to the console, Next above all, be lines of the log too. */
export function logConsole(): void {
  for (const [method, level] of Object.entries(LEVELS) as [
    keyof typeof LEVELS,
    (typeof LEVELS)[keyof typeof LEVELS],
  ][])
    console[method] = (...given: unknown[]) => {
      const error = given.find((each) => each instanceof Error);
      const rest = given.filter((each) => each !== error);
      const message = stripVTControlCharacters(format(...rest)).trim();
      if (error !== undefined) log()[level](error, message === "" ? undefined : message);
      else if (message !== "") log()[level](message);
    };
}
