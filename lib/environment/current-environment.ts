import {
  type Environment,
  EnvironmentError,
  parseEnvironment,
} from "@/lib/environment/environment";

// Next bundles the proxy, the pages and the start of the server apart: they share what was parsed once.
const shared = globalThis as unknown as { losslineEnvironment?: Environment };

/**
 * The settings of this process, parsed once.
 * @throws {EnvironmentError} where one is wrong
 */
export function environment(): Environment {
  // biome-ignore lint/style/noProcessEnv: the one place where settings are read
  shared.losslineEnvironment ??= parseEnvironment(process.env);
  return shared.losslineEnvironment;
}

/** What is wrong with the settings of this process, each on a line; nothing where they are right. */
export function environmentProblems(): readonly string[] {
  try {
    environment();
    return [];
  } catch (error) {
    if (error instanceof EnvironmentError) return error.problems;
    throw error;
  }
}
