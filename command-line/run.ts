import { type Command, type Given, lastValue, type Surroundings } from "@/command-line/command";
import { COMMANDS } from "@/command-line/commands";
import { completed, completionLines } from "@/command-line/completion";
import { EXIT, type ExitCode, Failure, wrongUsage } from "@/command-line/failure";
import { commandHelp, overallHelp } from "@/command-line/help-text";
import { Output } from "@/command-line/output";
import packageFile from "@/command-line/package.json";
import { readArguments } from "@/command-line/read-arguments";
import { readServerUrl, Server } from "@/command-line/server";

/** What the program is started in. */
export interface Started {
  stdin: Surroundings["input"];
  stdout: NodeJS.WritableStream;
  stderr: NodeJS.WritableStream;
  /** LOSSLINE_SERVER of the environment. */
  server: string | undefined;
}

/** Runs a command. @returns what the program ends with; all that goes wrong as expected is said on stderr */
export async function run(args: readonly string[], started: Started): Promise<ExitCode> {
  const output = new Output(started.stdout);
  const notes = new Output(started.stderr);
  try {
    return await runNamed(args, started, { output, notes });
  } catch (error) {
    notes.endProgress();
    if (error instanceof Failure) {
      await notes.line(error.message);
      return error.code;
    }
    await notes.line(`It failed: ${unexpected(error)}`);
    return EXIT.other;
  }
}

/** What the system refuses says enough in its message; of all else, where it was is worth knowing. */
function unexpected(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return "syscall" in error ? error.message : (error.stack ?? error.message);
}

async function runNamed(
  [name, ...rest]: readonly string[],
  started: Started,
  { output, notes }: Pick<Surroundings, "output" | "notes">,
): Promise<ExitCode> {
  if (name === undefined) throw wrongUsage(overallHelp(COMMANDS).trimEnd());
  if (name === "--version" || name === "-V") {
    await output.line(packageFile.version);
    return EXIT.ok;
  }
  const command = COMMANDS.find((known) => known.name === name);
  if (["--help", "-h", "help"].includes(name)) {
    const about = COMMANDS.find((known) => known.name === rest[0]);
    await output.write(about === undefined ? overallHelp(COMMANDS) : commandHelp(about));
    return EXIT.ok;
  }
  // What the shells' completions ask; nobody types it.
  if (name === "complete") {
    await output.write(
      completionLines(completed(COMMANDS, rest[0] === "--" ? rest.slice(1) : rest)),
    );
    return EXIT.ok;
  }
  if (command === undefined)
    throw wrongUsage(
      `lossline knows no command “${name}”. It knows ${COMMANDS.map(({ name }) => name).join(", ")}; lossline --help says more.`,
    );
  return runCommand(command, rest, { started, output, notes });
}

async function runCommand(
  command: Command,
  args: readonly string[],
  { started, output, notes }: Pick<Surroundings, "output" | "notes"> & { started: Started },
): Promise<ExitCode> {
  const given = readArguments(command, args);
  if (given.help) {
    await output.write(commandHelp(command));
    return EXIT.ok;
  }
  const serverIfNamed = () => namedServer(given, started.server, notes);
  return command.run(given, {
    output,
    notes,
    input: started.stdin,
    serverIfNamed,
    server() {
      const server = serverIfNamed();
      if (server === null)
        throw wrongUsage(
          "Which server is to be asked? Every server has a record of its own, and none is the usual one: name yours by --server URL, or by LOSSLINE_SERVER in the environment.",
        );
      return server;
    },
  });
}

/** @throws {Failure} where what was named is no server */
function namedServer(
  given: Given,
  fromEnvironment: string | undefined,
  notes: Output,
): Server | null {
  const seconds = lastValue(given, "timeout") ?? "30";
  if (!/^\d{1,4}$/.test(seconds) || Number(seconds) < 1 || Number(seconds) > 3_600)
    throw wrongUsage(`--timeout ${seconds}: allowed is a whole number from 1 to 3600.`);
  const option = lastValue(given, "server");
  const named = option ?? (fromEnvironment === "" ? undefined : fromEnvironment);
  if (named === undefined) return null;
  const base = readServerUrl(named);
  if (base === null)
    throw wrongUsage(
      `${option === null ? "LOSSLINE_SERVER=" : "--server "}${named}: allowed is a URL by http or https without a query, such as https://lossline.example.`,
    );
  return new Server(base, Number(seconds) * 1_000, notes);
}
