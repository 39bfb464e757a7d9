import type { Command, Option } from "@/command-line/command";
import { allOptions } from "@/command-line/read-arguments";

export const SHELLS = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof SHELLS)[number];

/** What a word may become; or that it is the name of a file, which every shell completes best itself. */
export type Completed = "files" | readonly { value: string; about: string }[];

/** The line by which the scripts below are told that a file is meant. */
const FILES = ":files";

const FILE_OPTIONS = ["key", "out"];

/** What the last of these words, as it is typed, may become. Each word before it is whole. */
export function completed(commands: readonly Command[], typed: readonly string[]): Completed {
  const words = joined(typed);
  const current = words.at(-1) ?? "";
  const [name, ...before] = words.slice(0, -1);
  const fitting = (all: readonly { value: string; about: string }[], text = current) =>
    all.filter(({ value }) => value.startsWith(text));
  if (name === undefined)
    return fitting([
      ...commands.map(({ name, about }) => ({ value: name, about })),
      { value: "--help", about: "what there is" },
      { value: "--version", about: "the version of this program" },
    ]);
  const command = commands.find((each) => each.name === name);
  if (command === undefined) return [];
  const options = allOptions(command);
  const inline = /^--([a-z-]+)=(.*)$/s.exec(current);
  // Bash parts words at “=”, and takes back only what stands behind it.
  if (inline !== null) {
    const option = options.find((each) => each.name === inline[1]);
    const isParted = typed.at(-1) !== current;
    const found = option === undefined ? [] : valuesOf(option);
    if (found === "files") return found;
    return fitting(found, inline[2]).map(({ value, about }) => ({
      value: isParted ? value : `--${inline[1]}=${value}`,
      about,
    }));
  }
  const asked = options.find(({ name, takes }) => takes !== null && before.at(-1) === `--${name}`);
  if (asked !== undefined) {
    const found = valuesOf(asked);
    return found === "files" ? found : fitting(found);
  }
  // Where nothing else can stand, an option is what is looked for.
  const takesNone = command.completes.length === 0;
  if ((current.startsWith("-") && current !== "-") || (current === "" && takesNone))
    return fitting(options.map(({ name, about }) => ({ value: `--${name}`, about })));
  if (command.completes === "files") return "files";
  return fitting(command.completes.map((value) => ({ value, about: command.about })));
}

function valuesOf({ name, values, about }: Option): Completed {
  return FILE_OPTIONS.includes(name) ? "files" : values.map((value) => ({ value, about }));
}

/** The words, with those put together again that were parted at “=”. */
function joined(typed: readonly string[]): string[] {
  const words: string[] = [];
  for (const [at, word] of typed.entries()) {
    const last = words.at(-1) ?? "";
    const isBehind = typed[at - 1] === "=" && /^--[a-z-]+=$/.test(last);
    if ((word === "=" && /^--[a-z-]+$/.test(last)) || isBehind)
      words[words.length - 1] = last + word;
    else words.push(word);
  }
  return words;
}

/** What the scripts below read: a line for each. */
export function completionLines(found: Completed): string {
  if (found === "files") return `${FILES}\n`;
  return found.map(({ value, about }) => `${value}\t${about.replace(/\s+/g, " ")}\n`).join("");
}

/** What a shell is told once; it then asks the program itself, so that it never completes what another version knew. */
export function completionScript(shell: Shell): string {
  return SCRIPTS[shell];
}

// None of them has the shell read again what was typed: a command in it would then be run by the Tab key.
const SCRIPTS: Record<Shell, string> = {
  bash: `# Completions of lossline for bash: source <(lossline completions bash)
_lossline() {
  local line value lines
  COMPREPLY=()
  lines=$(lossline complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null) || return
  if [[ $lines == ${FILES} ]]; then
    compopt -o filenames 2>/dev/null
    local IFS=$'\\n'
    COMPREPLY=($(compgen -f -- "\${COMP_WORDS[COMP_CWORD]}"))
    return
  fi
  while IFS= read -r line; do
    value=\${line%%$'\\t'*}
    [[ -n $value ]] && COMPREPLY+=("$value")
  done <<<"$lines"
}
complete -F _lossline lossline
`,
  zsh: `#compdef lossline
# Completions of lossline for zsh: a file _lossline in a folder of $fpath, or source <(lossline completions zsh)
_lossline() {
  local line
  local -a lines described
  lines=("\${(@f)$(lossline complete -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ $lines[1] == ${FILES} ]]; then
    _files
    return
  fi
  for line in $lines; do
    [[ -n $line ]] && described+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
  done
  _describe lossline described
}
if [[ $funcstack[1] == _lossline ]]; then
  _lossline "$@"
else
  compdef _lossline lossline
fi
`,
  fish: `# Completions of lossline for fish: lossline completions fish > ~/.config/fish/completions/lossline.fish
function __lossline_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    test (count $current) -eq 0; and set current ""
    set -l lines (lossline complete -- $words[2..-1] $current 2>/dev/null)
    if test "$lines[1]" = "${FILES}"
        __fish_complete_path $current
    else if test (count $lines) -gt 0
        printf '%s\\n' $lines
    end
end
complete -c lossline -f -a '(__lossline_complete)'
`,
};
