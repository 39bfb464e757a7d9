import type { Command } from "@/command-line/command";
import { allOptions } from "@/command-line/read-arguments";

const WIDTH = 100;

/** What the program is, and what it can do. */
export function overallHelp(commands: readonly Command[]): string {
  return [
    "lossline: asks a server of Lossline, a public record of crypto-asset thefts, and checks what it says.",
    "",
    "Usage: lossline COMMAND [options]",
    "",
    ...listed(commands.map(({ name, about }) => [name, about])),
    "",
    ...listed([
      ["COMMAND --help", "what a command takes"],
      ["--version", "the version of this program"],
    ]),
    "",
    "Every server has a record of its own, and none is the usual one: name yours by --server URL, or by LOSSLINE_SERVER",
    "in the environment.",
    "",
    "It ends with 0; with 1 where what was asked is not so, such as a file that differs; with 2 where it was not",
    "understood; with 3 where the server cannot be reached or answers wrongly; with 4 where anything else fails, such as",
    "a full disk.",
    "",
  ].join("\n");
}

export function commandHelp(command: Command): string {
  const { name, about, words, examples } = command;
  return [
    about,
    "",
    `Usage: lossline ${name} [options]${words === null ? "" : ` ${words}`}`,
    "",
    ...listed(
      allOptions(command).map(({ name, takes, about }) => [
        `--${name}${takes === null ? "" : ` ${takes}`}`,
        about,
      ]),
    ),
    ...(examples.length === 0 ? [] : ["", "Examples:", ...examples.map((each) => `  ${each}`)]),
    "",
  ].join("\n");
}

/** Names with what is said of each, in two columns. */
function listed(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.min(26, Math.max(...rows.map(([name]) => name.length)));
  return rows.flatMap(([name, about]) => {
    const lines = wrapped(about, WIDTH - width - 4);
    const first = name.length > width ? [`  ${name}`] : [];
    const head = name.length > width ? "" : name;
    return [
      ...first,
      ...lines.map((line, at) => `  ${(at === 0 ? head : "").padEnd(width)}  ${line}`),
    ];
  });
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [""];
  for (const word of text.split(" ")) {
    const last = lines.at(-1) ?? "";
    if (last !== "" && last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines;
}
