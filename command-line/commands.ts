import type { Command } from "@/command-line/command";
import { audit } from "@/command-line/commands/audit";
import { completions } from "@/command-line/commands/completions";
import { dump } from "@/command-line/commands/dump";
import { incidents } from "@/command-line/commands/incidents";
import { lookup } from "@/command-line/commands/lookup";
import { losses } from "@/command-line/commands/losses";
import { verify } from "@/command-line/commands/verify";

export const COMMANDS: readonly Command[] = [
  losses,
  incidents,
  lookup,
  verify,
  audit,
  dump,
  completions,
];
