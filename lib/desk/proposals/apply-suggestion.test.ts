import { describe, expect, test } from "vitest";
import type { Typed } from "@/lib/desk/forms/typed";
import {
  suggestionIn,
  taken,
  undone,
  withTaken,
  withUndone,
} from "@/lib/desk/proposals/apply-suggestion";
import { askedRow } from "@/lib/desk/proposals/asked-row";
import { placeFinder } from "@/lib/desk/proposals/field-place";
import { type RowChange, rowChangeText, rowLines, rowsIn } from "@/lib/desk/proposals/row-change";
import { writeTyped } from "@/lib/desk/proposals/typed";
import { anAttribution, anIncident, aSource } from "@/testing/records";

const URL = "https://harbour.example/report";
const content = writeTyped({
  kind: "incident",
  record: {
    ...anIncident({
      attributions: [anAttribution({ actor: "lazarus-group", by: "A firm", source: URL })],
      sources: [
        aSource({ url: URL, title: "Teh report", publisher: "Harbour" }),
        aSource({ url: "https://second.example/", title: "Second" }),
      ],
    }),
    retraction: null,
    mergedInto: null,
  },
});
const PATH = `sources/${URL}`;
const was = rowsIn(content, "sources")[0] ?? {};
const place = (path: string, of = content) => {
  const found = placeFinder("incident", of)(path);
  if (found === null) throw new Error(`no place ${path}`);
  return found;
};
const ask = (
  path: string,
  sent: { fields?: object; shown?: object; remove?: boolean },
  of = content,
) =>
  askedRow("incident", of, place(path, of), {
    fields: {},
    shown: {},
    remove: false,
    ...sent,
  } as Parameters<typeof askedRow>[3]);
const changed = (row: object): RowChange => ({ is: "change", was, row: { ...was, ...row } });
const take = (change: RowChange, path = PATH, of: Typed = content) =>
  withTaken("incident", of, { path, label: "The source", change });
const undo = (change: RowChange, of: Typed, path = PATH) =>
  withUndone("incident", of, { path, label: "The source", change });
const good = <Good extends object>(outcome: Good | { problem: string }): Good => {
  if ("problem" in outcome) throw new Error(outcome.problem);
  return outcome as Good;
};
const withFirst = (row: object): Typed => ({
  ...content,
  sources: [{ ...was, ...row }, ...rowsIn(content, "sources").slice(1)],
});
const titles = (of: Typed) => rowsIn(of, "sources").map(({ title }) => title);

describe("what a form sends of a row", () => {
  test("is a change of the fields that differ from what it was drawn with", () => {
    expect(ask(PATH, { fields: { ...was, title: "The report" }, shown: was })).toEqual({
      change: changed({ title: "The report" }),
    });
  });

  test("suggests nothing where it is as it was drawn, or where a new row is empty", () => {
    expect(ask(PATH, { fields: { ...was, title: ` ${was.title} ` }, shown: was })).toEqual({
      change: null,
    });
    expect(ask("sources", { fields: { url: " ", title: "" } })).toEqual({ change: null });
    expect(ask("name", { fields: { title: "x" } })).toEqual({ change: null });
    expect(ask(`${PATH}/title`, { fields: { title: "x" } })).toEqual({ change: null });
  });

  test("is a new row of a list, each field of the form and no other", () => {
    const fields = { url: "https://third.example/", publisher: "Third", title: "T", stranger: "x" };
    expect(ask("sources", { fields })).toEqual({
      change: {
        is: "add",
        row: {
          url: fields.url,
          publisher: "Third",
          title: "T",
          publishedOn: "",
          archivedUrl: "",
          kind: "",
        },
      },
    });
  });

  test.each([
    ["sources", { url: "not a link", publisher: "P", title: "T" }, "url", "Web address"],
    ["sources", { url: "https://x.example/", publisher: "", title: "T" }, "publisher", "Publisher"],
    ["addresses", { chain: "ethereum", address: "0x12", role: "thief" }, "address", "ddress"],
    ["attributions", { actor: "x", by: "F", confidence: "sure" }, "confidence", "Confidence"],
    ["assets", { quantity: "lots", symbol: "ETH" }, "quantity", "Quantity"],
  ])("for %s as %j is refused at %s", (path, fields, field, says) => {
    expect(ask(path, { fields })).toMatchObject({ field, problem: expect.stringContaining(says) });
  });

  test("is refused where the row is to be changed and taken out, or is too long", () => {
    const both = { fields: { ...was, title: "x" }, shown: was, remove: true };
    expect(ask(PATH, both)).toMatchObject({ field: "remove" });
    const long = { ...was, title: "x".repeat(20_001) };
    expect(ask(PATH, { fields: long, shown: was })).toMatchObject({ field: "title" });
  });

  test("is refused where the row has been changed since the form was drawn", () => {
    const now = withFirst({ title: "Its third title" });
    const sent = { fields: { ...was, title: "The report" }, shown: was };
    expect(ask(PATH, sent, now)).toMatchObject({
      problem: expect.stringContaining("its title says “Its third title” now"),
    });
  });
});

describe("a suggested row", () => {
  test("that is new is added at the end, and only once", () => {
    const change: RowChange = { is: "add", row: { url: "https://third.example/", title: "Third" } };
    const { content: with3 } = good(take(change, "sources"));
    expect(titles(with3)).toEqual(["Teh report", "Second", "Third"]);
    expect(take(change, "sources", with3)).toMatchObject({
      problem: expect.stringContaining("already"),
    });
    expect(good(undo(change, with3, "sources")).content).toEqual(content);
  });

  test("that is changed keeps what the author wrote in its other fields", () => {
    const now = withFirst({ publisher: "The Harbour" });
    const applied = good(take(changed({ title: "The report" }), PATH, now));
    expect(applied.content).toEqual(withFirst({ publisher: "The Harbour", title: "The report" }));
    expect(good(undo(applied.change, applied.content)).content).toEqual(now);
  });

  test("whose field was changed meanwhile is told, and nothing is overwritten", () => {
    expect(take(changed({ title: "The report" }), PATH, withFirst({ title: "Mine" }))).toEqual({
      problem:
        "The source has been changed since this was suggested: its title says “Mine” now, not “Teh report”. Change it yourself, or decline it.",
    });
    // Whoever made the very change themselves may take it all the same.
    const same = withFirst({ title: "The report" });
    expect(good(take(changed({ title: "The report" }), PATH, same)).content).toEqual(same);
  });

  test("that has another name afterwards can still be undone", () => {
    const applied = good(take(changed({ url: "https://harbour.example/the-report" })));
    expect(placeFinder("incident", applied.content)(PATH)).toBeNull();
    expect(good(undo(applied.change, applied.content)).content).toEqual(content);
  });

  test("that is taken out comes back where it was", () => {
    const applied = good(take({ is: "remove", was }));
    expect(titles(applied.content)).toEqual(["Second"]);
    expect(applied.change).toEqual({ is: "remove", was, at: 0 });
    const back = good(undo(applied.change, applied.content));
    expect(back.content).toEqual(content);
    expect(undo(applied.change, back.content)).toHaveProperty("problem");
  });

  test("is not taken out where anything of it was changed, nor where it is gone", () => {
    expect(take({ is: "remove", was }, PATH, withFirst({ kind: "press" }))).toMatchObject({
      problem: expect.stringContaining("its kind says “press” now"),
    });
    expect(take({ is: "remove", was }, PATH, { ...content, sources: [] })).toMatchObject({
      problem: expect.stringContaining("not in the draft any more"),
    });
  });

  test("is not undone where it was changed after it was taken", () => {
    const applied = good(take(changed({ title: "The report" })));
    const later = { ...applied.content, sources: [{ ...was, title: "Later" }] };
    expect(undo(applied.change, later)).toMatchObject({
      problem: expect.stringContaining("changed since it was taken"),
    });
  });
});

describe("a suggested value", () => {
  const suggestion = { path: "name", label: "Name", said: "An older name", suggested: "New name" };

  test("is undone to what it replaced, and not once it says something else", () => {
    const taking = good(taken("incident", content, suggestion));
    expect(taking.content.name).toBe("New name");
    const kept = { ...suggestion, ...taking.replaced };
    expect(good(undone("incident", taking.content, kept)).content).toEqual(content);
    expect(undone("incident", { ...taking.content, name: "Newer" }, kept)).toHaveProperty(
      "problem",
    );
  });
});

test("what a comment suggests is read from what is stored, and nothing from what cannot be read", () => {
  const comment = { path: PATH, label: "S", said: "", suggested: null };
  expect(suggestionIn({ ...comment, rowChange: null })).toBeNull();
  expect(suggestionIn({ ...comment, rowChange: { is: "add" } })).toBeNull();
  expect(suggestionIn({ ...comment, rowChange: { is: "remove", was } })).toMatchObject({
    change: { is: "remove", was },
  });
});

test("is told field by field, and in one line", () => {
  const change = changed({ title: "The report", publisher: "" });
  expect(rowLines("incident", PATH, change)).toEqual([
    { label: "Publisher", was: "Harbour", is: "" },
    { label: "Title", was: "Teh report", is: "The report" },
  ]);
  expect(rowChangeText("incident", PATH, change)).toBe(
    "Publisher: “Harbour” → nothing; Title: “Teh report” → “The report”",
  );
  const out = rowChangeText("incident", PATH, { is: "remove", was: { title: "T" } });
  expect(out).toBe("to take it out: Title: T");
});
