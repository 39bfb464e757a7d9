import {
  type Environment,
  type GivenEnvironment,
  parseEnvironment,
} from "@/lib/environment/environment";

/** Gives the process of a test other settings, until it is given others again. */
export function setEnvironment(given: GivenEnvironment): void {
  const shared = globalThis as unknown as { losslineEnvironment?: Environment };
  shared.losslineEnvironment = parseEnvironment({ ...process.env, ...given });
}
