import { environmentProblems } from "@/lib/environment/current-environment";
import { StepFailure } from "../progress.mjs";

/**
 * Reads the settings before a program does anything.
 * @throws {StepFailure} naming each that is wrong
 */
export function checkEnvironment(): void {
  const problems = environmentProblems();
  if (problems.length === 0) return;
  const said =
    problems.length === 1 ? "A setting is wrong" : `${problems.length} settings are wrong`;
  throw new StepFailure(`${said} (.env.example lists them all):\n${problems.join("\n")}`);
}
