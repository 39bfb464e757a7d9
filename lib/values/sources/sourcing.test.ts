import { describe, expect, it } from "vitest";
import { isCopy, sourcingsOf } from "@/lib/values/sources/sourcing";

const press = { url: "https://example.org/news", kind: "press" } as const;
const list = { url: "https://example.org/list", kind: "aggregator" } as const;
const snapshot = { url: "https://archive.ph/AbCdE", kind: null } as const;

describe("a source is a copy", () => {
  it.each([
    [list, true],
    [snapshot, true],
    [{ url: "https://www.archive.is/AbCdE", kind: null }, true],
    [{ url: "https://web.archive.org/web/2023/https://example.org/", kind: null }, true],
    // Whoever has looked behind the snapshot has said what it is.
    [{ ...snapshot, kind: "press" }, false],
    [{ url: "https://example.org/unseen", kind: null }, false],
    [{ url: "https://archive.ph.example.org/", kind: null }, false],
    [{ url: "https://example.org/?to=https://archive.ph/AbCdE", kind: null }, false],
    [press, false],
    [{ ...press, kind: "primary" }, false],
    [{ ...press, kind: "analysis" }, false],
    [{ ...press, kind: "social" }, false],
  ] as const)("%j: %s", (source, copy) => {
    expect(isCopy(source)).toBe(copy);
  });
});

describe("an incident’s sources are", () => {
  it.each([
    ["one", [press], ["one"]],
    ["one, where the same page stands twice", [press, { ...press }], ["one"]],
    ["one, and a copy", [list], ["one", "copies"]],
    ["copies only, lists and snapshots alike", [list, snapshot], ["copies"]],
    ["neither, where one is no copy", [list, press], []],
    ["nothing that could be judged", [], []],
  ] as const)("%s", (_, sources, expected) => {
    expect(sourcingsOf(sources)).toEqual(expected);
  });
});
