import { step } from "../progress.mjs";
import { packCommandLine } from "./command-line-package.mjs";

/** `npm run pack`: the command line as one file to install. Returns the exit code. */
export async function main(): Promise<number> {
  await step("Command line", async (settle) => {
    const { file, bytes } = await packCommandLine();
    settle(`${Math.round(bytes / 1000)} kB`);
    console.log(`  ${file}`);
  });
  return 0;
}
