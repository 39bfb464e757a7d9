import { install, isInstalled } from "./install.mjs";
import { children, StepFailure } from "./progress.mjs";

/**
 * Starts one of the TypeScript programs in this folder: installs first, reports failures plainly.
 * @param {string} program its file; its `main` takes the arguments and returns the exit code
 * @param {{ tools?: boolean, quiet?: boolean }} [needs] whether it needs what tests, checks and benchmarks do; whether what it
 *   writes is for other programs, so that nothing is said of packages that are there
 */
export async function launch(program, { tools = false, quiet = false } = {}) {
  let code = 1;
  process.once("exit", () => {
    for (const child of children) child.kill();
  });
  try {
    if (!quiet || !isInstalled({ tools })) await install({ tools });
    await import("tsx");
    const { checkEnvironment } = await import("./running/check-environment.mts");
    checkEnvironment();
    const { main } = await import(program);
    code = await main(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof StepFailure ? `\n${error.message}` : error);
  }
  // Said outright: idle timers of connection pools would keep the program for seconds more.
  process.exit(code);
}
