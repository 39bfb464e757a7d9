import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Version } from "@/lib/record/versions/version";

let newestKnown: typeof import("@/lib/site/requests/newest-known").newestKnown;
let noteNewest: typeof import("@/lib/site/requests/newest-known").noteNewest;

const aVersion = (number: number) => ({ number, withholdings: 0 }) as unknown as Version;
const never = () => new Promise<null>(() => undefined);

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  // Another test may have put a question that is never answered.
  vi.resetModules();
  Object.assign(globalThis, { losslineNewest: undefined });
  ({ newestKnown, noteNewest } = await import("@/lib/site/requests/newest-known"));
});
afterEach(() => {
  vi.useRealTimers();
  Object.assign(globalThis, { losslineNewest: undefined });
});

test("what nobody has asked for in a second is not taken for the newest", () => {
  const found = vi.fn(async () => aVersion(2));
  noteNewest(aVersion(1), performance.now());
  vi.advanceTimersByTime(400);
  expect(newestKnown(found)?.version).toBe(1);
  expect(found).not.toHaveBeenCalled();
  vi.advanceTimersByTime(600);
  expect(newestKnown(found)).toBeNull();
  expect(found).toHaveBeenCalledOnce();
  // Nor by whoever comes at the same moment.
  expect(newestKnown(found)).toBeNull();
});

test("what is asked for all the time is found out anew before it is old", async () => {
  noteNewest(aVersion(1), performance.now());
  vi.advanceTimersByTime(600);
  expect(newestKnown(async () => aVersion(2))?.version).toBe(1);
  await vi.waitFor(() => expect(newestKnown(never)?.version).toBe(2));
  vi.advanceTimersByTime(500);
  expect(newestKnown(never)?.version).toBe(2);
});

test("while an answer is late that was asked for in time, what is known holds for less than two seconds", () => {
  noteNewest(aVersion(1), performance.now());
  vi.advanceTimersByTime(600);
  newestKnown(never);
  vi.advanceTimersByTime(1_200);
  expect(newestKnown(never)?.version).toBe(1);
  vi.advanceTimersByTime(200);
  expect(newestKnown(never)).toBeNull();
});
