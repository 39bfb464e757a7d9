import type { ExitCode } from "@/command-line/failure";
import { run } from "@/command-line/run";

/** Runs a command in this process, with its streams and signals. @returns what the process is to end with */
export async function runHere(args: readonly string[]): Promise<ExitCode> {
  // A reader who has gone, as of `| head`, wants no more: there is nothing to say, and to whom.
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit(0);
      throw error;
    });
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)
    process.once(signal, () => {
      // Behind a line of progress the shell's own begins anew.
      if (process.stderr.isTTY) process.stderr.write("\n");
      process.exit(code);
    });
  return run(args, {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    // biome-ignore lint/style/noProcessEnv: the settings in lib/environment are a server's; this program has this one
    server: process.env.LOSSLINE_SERVER,
  });
}
