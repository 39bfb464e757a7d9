import { describe, expect, test } from "vitest";
import { placeFinder, placesIn, withValue } from "@/lib/desk/proposals/field-place";
import { readTyped, writeTyped } from "@/lib/desk/proposals/typed";
import { difference } from "@/lib/record/history/difference";
import { anAttribution, anIncident } from "@/testing/records";

const content = writeTyped({
  kind: "incident",
  record: {
    ...anIncident({
      lossUsd: 5_000_000,
      attributions: [anAttribution({ actor: "lazarus-group", by: "A firm" })],
    }),
    retraction: null,
    mergedInto: null,
  },
});
const find = placeFinder("incident", content);
const place = (path: string) => {
  const found = find(path);
  if (found === null) throw new Error(`no place ${path}`);
  return found;
};

describe("places", () => {
  test("each difference of a record names one, at the row where it was typed", () => {
    const read = readTyped("incident", content);
    if (!read.ok) throw new Error("not readable");
    const all = difference("incident", null, read.entry.record);
    expect(all.length).toBeGreaterThan(8);
    for (const { path } of all) expect([path, find(path)?.path]).toEqual([path, path]);
    const row = all.find(({ path }) => path.startsWith("attributions/"))?.path ?? "";
    expect(place(row).typedPath).toEqual(["attributions", 0]);
    expect(place(`${row}/by`)).toMatchObject({
      typedPath: ["attributions", 0, "by"],
      said: "A firm",
    });
    expect(place(row).field).toBeNull();
  });

  test("a row is found where another one came before it, and not once it is gone", () => {
    const [source] = content.sources as { url: string }[];
    const path = `sources/${source?.url}/title`;
    const more = { ...content, sources: [{ url: "", title: "" }, ...(content.sources as [])] };
    expect(placeFinder("incident", more)(path)?.typedPath).toEqual(["sources", 1, "title"]);
    expect(placeFinder("incident", { ...content, sources: [] })(path)).toBeNull();
  });

  test("nothing else is one", () => {
    for (const path of ["", "nothing", "__proto__", "sources/none", "lossUsd/x", "paste/sources"])
      expect([path, find(path)]).toEqual([path, null]);
  });

  test("are offered in the form's order, lists with their rows", () => {
    const labels = placesIn("incident", content).map(({ label }) => label);
    expect(labels.slice(0, 2)).toEqual(["Name", "Target"]);
    expect(labels).toContain("Loss, best estimate");
    expect(labels.some((label) => label.startsWith("Attribution to"))).toBe(true);
  });
});

describe("another value", () => {
  test("is read by the form's own parser, and everything else stays", () => {
    const changed = withValue("incident", content, place("lossUsd"), "$7.25m");
    expect(changed).toEqual({ content: { ...content, lossUsd: "$7.25m" } });
  });

  test.each([
    ["lossUsd", "a lot", "Best estimate"],
    ["occurredOn", "31 February 2024", "Day"],
    ["occurredOn", "01/02/2023", "Day"],
    ["category", "no such thing", "Category"],
    ["name", "  ", "Name"],
    ["name", "x".repeat(30_000), "20,000"],
  ])("of %s, %s is refused", (path, value, says) => {
    const refused = withValue("incident", content, place(path), value);
    expect("problem" in refused ? refused.problem : "taken").toContain(says);
  });

  test("of a row's field is set in that row alone, and a bad one refused there", () => {
    const [source] = content.sources as { url: string }[];
    const title = place(`sources/${source?.url}/title`);
    const changed = withValue("incident", content, title, "A better title");
    expect(changed).toMatchObject({ content: { sources: [{ title: "A better title" }] } });
    const url = place(`sources/${source?.url}/url`);
    expect(withValue("incident", content, url, "javascript:alert(1)")).toHaveProperty("problem");
  });

  test("of a row or list is refused in words", () => {
    expect(withValue("incident", content, place("sources"), "x")).toMatchObject({
      problem: expect.stringContaining("say in words"),
    });
  });
});
