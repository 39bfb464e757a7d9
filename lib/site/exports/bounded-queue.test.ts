import { expect, test, vi } from "vitest";
import { BoundedQueue, isQueueFull, QueueFullError } from "@/lib/site/exports/bounded-queue";

/** Work that ends when it is told to. */
function work() {
  let end: () => void = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { run: () => ended, end };
}

test("a few at once, in order, and no more waiting than there is room for", async () => {
  const queue = new BoundedQueue(2, 2);
  const began: number[] = [];
  const jobs = [0, 1, 2, 3].map(work);
  const all = jobs.map((job, place) =>
    queue.run(() => {
      began.push(place);
      return job.run();
    }),
  );
  await expect(queue.run(async () => {})).rejects.toThrow(QueueFullError);
  expect(isQueueFull(await queue.run(async () => {}).catch((error: unknown) => error))).toBe(true);
  expect(isQueueFull(new Error("another"))).toBe(false);
  expect(began).toEqual([0, 1]);
  jobs[1]?.end();
  await all[1];
  await Promise.resolve();
  expect(began).toEqual([0, 1, 2]);
  for (const job of jobs) job.end();
  await Promise.all(all);
  expect(began).toEqual([0, 1, 2, 3]);
  await expect(queue.run(async () => "free again")).resolves.toBe("free again");
});

test("work that fails gives its place back", async () => {
  const queue = new BoundedQueue(1, 0);
  await expect(queue.run(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  await expect(queue.run(async () => "next")).resolves.toBe("next");
});

test("whoever has waited too long is told so, and has no turn any more", async () => {
  vi.useFakeTimers();
  try {
    const queue = new BoundedQueue(1, 9, 8_000);
    const first = work();
    const running = queue.run(first.run);
    const began: string[] = [];
    const wait = (name: string) => queue.run(async () => void began.push(name));
    const impatient = wait("impatient").catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(5_000);
    const patient = wait("patient");
    await vi.advanceTimersByTimeAsync(3_500);
    expect(isQueueFull(await impatient)).toBe(true);
    first.end();
    await Promise.all([running, patient]);
    // What has begun takes as long as it takes.
    await vi.advanceTimersByTimeAsync(20_000);
    expect(began).toEqual(["patient"]);
  } finally {
    vi.useRealTimers();
  }
});
