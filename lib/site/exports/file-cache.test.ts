import { expect, test } from "vitest";
import { FileCache, madeFile } from "@/lib/site/exports/file-cache";

const file = (length: number) => madeFile("x".repeat(length), "text/csv");

test("a file is made once, however many ask for it at once", async () => {
  const cache = new FileCache(1e6);
  let made = 0;
  const make = async () => {
    made++;
    return file(10);
  };
  const [one, other] = await Promise.all([cache.get("a", make), cache.get("a", make)]);
  expect(one).toBe(other);
  expect(await cache.get("a", make)).toBe(one);
  expect(made).toBe(1);
});

test("a failure is not kept", async () => {
  const cache = new FileCache(1e6);
  await expect(cache.get("a", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  await expect(cache.get("a", async () => file(3))).resolves.toHaveProperty("type", "text/csv");
});

test("what is kept stays within the bound", async () => {
  const cache = new FileCache(100_000);
  for (let count = 0; count < 1_000; count++) await cache.get(`k${count}`, async () => file(5_000));
  expect(cache.size).toBeLessThanOrEqual(100_000);
  expect(cache.size).toBeGreaterThan(50_000);
});

test("equal bytes have equal digests", () => {
  expect(file(9).etag).toBe(file(9).etag);
  expect(file(9).etag).not.toBe(file(8).etag);
});
