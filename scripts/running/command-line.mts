import { runHere } from "@/command-line/process";

/** `npm run command-line`: the command line from its sources. Returns the exit code. */
export async function main(args: string[]): Promise<number> {
  return runHere(args);
}
