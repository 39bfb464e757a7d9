import { parseArgs } from "node:util";
import type { Command, Given, Option } from "@/command-line/command";
import { wrongUsage } from "@/command-line/failure";
import { formatOption, HELP_OPTION } from "@/command-line/options";

/** All options of a command, those that every command has last. */
export function allOptions(command: Command): Option[] {
  const { options, formats } = command;
  return [...options, ...(formats.length > 1 ? [formatOption(formats)] : []), HELP_OPTION];
}

/** @throws {Failure} where something of it is not understood, with what is */
export function readArguments(
  command: Command,
  args: readonly string[],
): Given & { help: boolean } {
  const known = allOptions(command);
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: Object.fromEntries(
      known.map(({ name, takes }) => [
        name,
        { type: takes === null ? ("boolean" as const) : ("string" as const), multiple: true },
      ]),
    ),
  });
  const [words, options, query] = [
    [] as string[],
    new Map<string, string[]>(),
    new URLSearchParams(),
  ];
  for (const token of tokens) {
    if (token.kind === "positional") words.push(token.value);
    if (token.kind !== "option") continue;
    if (token.name === "h") token.name = HELP_OPTION.name;
    const option = known.find(({ name }) => name === token.name);
    if (option === undefined) throw unknownOption(command, token.rawName, known);
    const { name, takes, isAsked } = option;
    if (takes === null && token.value !== undefined)
      throw wrongUsage(`--${name} takes nothing behind it.`);
    const value = token.value ?? "";
    // What begins like an option is one that was forgotten a value, unless it is joined by “=”.
    if (
      takes !== null &&
      (token.value === undefined || (!token.inlineValue && /^--?[a-z]/i.test(value)))
    )
      throw wrongUsage(
        `--${name} needs ${takes} behind it${value === "" ? "" : `; what begins with a hyphen is given as --${name}=${value}`}.`,
      );
    if (isAsked) query.append(name, value);
    options.set(name, [...(options.get(name) ?? []), value]);
  }
  const help = options.has(HELP_OPTION.name);
  const format = options.get("format")?.at(-1) ?? command.formats[0];
  if (!command.formats.includes(format))
    throw wrongUsage(`--format ${format}: allowed is one of ${command.formats.join(", ")}.`);
  const [fewest, most] = command.takes;
  if (!help && (words.length < fewest || words.length > most))
    throw wrongUsage(
      most === 0
        ? `lossline ${command.name} takes options alone; “${words[0]}” is none. Values stand behind their option: --actor lazarus-group.`
        : `lossline ${command.name} takes ${command.words}; ${words.length === 0 ? "nothing was given" : `${words.length} were given`}. lossline ${command.name} --help says more.`,
    );
  return { words, options, query, format, help };
}

function unknownOption({ name }: Command, given: string, known: readonly Option[]) {
  return wrongUsage(
    `lossline ${name} knows no ${given}. It knows ${known.map((each) => `--${each.name}`).join(", ")}.`,
  );
}
