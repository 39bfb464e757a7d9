import { expect, test, vi } from "vitest";
import type { Version } from "@/lib/record/versions/version";
import { readingContext } from "@/lib/site/urls/reading-context";
import { findRoute } from "@/lib/site/urls/routes";

test("a permanent URL reads the same where the clock is forty days behind the version", () => {
  const version: Version = {
    number: 7,
    publishedOn: "2026-11-20",
    coveredThrough: "2026-11-19",
  } as Version;
  const read = (now: string) => {
    vi.useFakeTimers({ now: new Date(now) });
    try {
      const query = new URLSearchParams("year=2026&through=2026-11-18");
      return findRoute("/charts/monthly", query, readingContext(version, true));
    } finally {
      vi.useRealTimers();
    }
  };
  const now = read("2026-11-28");
  expect(now).toMatchObject({ ok: true });
  for (const behind of ["2026-10-10", "2025-01-01"])
    expect(JSON.stringify(read(behind))).toBe(JSON.stringify(now));
});
