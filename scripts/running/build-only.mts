import { step } from "../progress.mjs";
import { build } from "./build.mjs";
import { generate } from "./generate.mjs";

/** `npm run build`: everything that is written below the project's folder, so that it can be read-only afterwards. */
export async function main(): Promise<number> {
  await generate();
  await step("Build", build);
  return 0;
}
