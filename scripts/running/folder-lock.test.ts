import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { isOrphaned, lockHolder, takeLock } from "./folder-lock.mjs";

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), "lossline-lock-"));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** A process that takes the lock, says what came of it, and then waits to be killed. */
async function taker(place: string) {
  const module = path.resolve("scripts/running/folder-lock.mts");
  const child = spawn(
    process.execPath,
    [
      "--import",
      "tsx",
      "--input-type=module",
      "--eval",
      `import { takeLock } from ${JSON.stringify(module)};
       const lock = await takeLock(process.argv[1]);
       process.send("heldBy" in lock ? "refused" : "taken");
       setInterval(() => {}, 1000);`,
      place,
    ],
    { stdio: ["ignore", "inherit", "inherit", "ipc"] },
  );
  onTestFinished(() => void child.kill("SIGKILL"));
  const said = await new Promise((resolve) => child.once("message", resolve));
  const kill = () =>
    new Promise((resolve) => {
      child.once("exit", resolve);
      child.kill("SIGKILL");
    });
  return { said, kill, pid: child.pid };
}

test("a second taker is told who holds the folder, and where it answers", async () => {
  const place = folder();
  const lock = await takeLock(place);
  if ("heldBy" in lock) throw new Error("an empty folder is held");
  lock.publish("postgresql://here");
  expect(await takeLock(place)).toMatchObject({
    heldBy: { pid: process.pid, url: "postgresql://here" },
  });
  lock.release();
  expect(await lockHolder(place)).toBeNull();
  expect(readdirSync(place)).toEqual([]);
});

test("a lock whose holder was killed is free", async () => {
  const place = folder();
  const first = await taker(place);
  expect(first.said).toBe("taken");
  expect((await lockHolder(place))?.pid).toBe(first.pid);
  await first.kill();
  expect(await lockHolder(place)).toBeNull();
  const lock = await takeLock(place);
  expect(lock).not.toHaveProperty("heldBy");
  if (!("heldBy" in lock)) lock.release();
});

test("of several who find a dead holder's lock at once, one gets it", async () => {
  const place = folder();
  await (await taker(place)).kill();
  const takers = await Promise.all(Array.from({ length: 6 }, () => taker(place)));
  expect(takers.filter(({ said }) => said === "taken")).toHaveLength(1);
});

test("a holder is orphaned once the program that started it has ended, as far as can be seen from here", async () => {
  const place = folder();
  const ended = await taker(folder());
  const lock = await takeLock(place, ended.pid);
  const holder = await lockHolder(place);
  if (holder === null || "heldBy" in lock) throw new Error("the folder is not held");
  expect(isOrphaned(holder)).toBe(false);
  await ended.kill();
  expect(isOrphaned(holder)).toBe(true);
  expect(isOrphaned({ ...holder, host: "elsewhere" })).toBe(false);
  lock.release();
});
