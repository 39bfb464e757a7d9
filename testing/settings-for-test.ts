import { onTestFinished } from "vitest";
import { environment } from "@/lib/environment/current-environment";
import type { Environment, GivenEnvironment } from "@/lib/environment/environment";
import { setEnvironment } from "@/testing/environment";

/** Gives a test other settings beside those of its process, such as its secret, until it ends. */
export function setForTest(given: GivenEnvironment): void {
  const shared = globalThis as unknown as { losslineEnvironment?: Environment };
  const before = environment();
  onTestFinished(() => {
    shared.losslineEnvironment = before;
  });
  setEnvironment({ LOSSLINE_SECRET: before.LOSSLINE_SECRET, ...given });
}
