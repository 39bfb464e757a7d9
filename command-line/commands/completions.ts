import type { Command } from "@/command-line/command";
import { completionScript, SHELLS } from "@/command-line/completion";
import { EXIT, wrongUsage } from "@/command-line/failure";

export const completions: Command = {
  name: "completions",
  about: "Prints what has a shell complete commands, options and their values.",
  words: SHELLS.join("|"),
  takes: [1, 1],
  completes: SHELLS,
  options: [],
  formats: ["text"],
  examples: [
    "source <(lossline completions bash)",
    "lossline completions zsh > ~/.zfunc/_lossline",
    "lossline completions fish > ~/.config/fish/completions/lossline.fish",
  ],
  async run({ words }, { output }) {
    const shell = SHELLS.find((known) => known === words[0]);
    if (shell === undefined)
      throw wrongUsage(`${words[0]}: allowed is one of ${SHELLS.join(", ")}.`);
    await output.write(completionScript(shell));
    return EXIT.ok;
  },
};
