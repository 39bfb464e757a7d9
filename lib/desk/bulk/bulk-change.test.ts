import { describe, expect, test } from "vitest";
import { askedFields, bulkOptions, changed, saysNow, valuesOf } from "@/lib/desk/bulk/bulk-change";
import { bulkOption, bulkTitle } from "@/lib/desk/bulk/bulk-edit";
import type { Typed } from "@/lib/desk/forms/typed";
import { RECORD_KINDS } from "@/lib/record/kinds/record-kind";

const row = (actor: string, by = "Bureau"): Typed => ({
  actor,
  by,
  on: "2023-09-13",
  confidence: "suspected",
  basis: "",
  source: "https://example.org/a",
});
const theft: Typed = {
  technique: "Private key compromise",
  chains: ["Ethereum"],
  attributions: [row("one"), row("two"), row("one", "Firm")],
  sources: [{ url: "https://example.org/a", publisher: "Example", title: "A" }],
};

function optionOf(name: string) {
  const option = bulkOption("incident", name);
  if (option === null) throw new Error(`there is no ${name}`);
  return option;
}
const make = (name: string, given: Record<string, string>, from = "") =>
  changed(theft, { option: optionOf(name), from, given });

describe("what can be changed of several records", () => {
  test("is of fields that their forms have, each offered once", () => {
    for (const kind of RECORD_KINDS) {
      const options = bulkOptions(kind);
      const names = options.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      for (const option of options) {
        expect(option.column === null).toBe(["set", "add"].includes(option.verb));
        expect(askedFields(option).length > 0).toBe(option.verb !== "remove");
      }
    }
    expect(bulkOptions("incident")).toHaveLength(14);
    expect(bulkOption("incident", "set.slug")).toBeNull();
  });
});

describe("a change", () => {
  test("sets a field, and nothing where it says so already", () => {
    expect(make("set.technique", { technique: " Phishing " })).toEqual({
      ...theft,
      technique: "Phishing",
    });
    expect(make("set.technique", { technique: "Private key compromise" })).toBeNull();
  });

  test("of a technique takes away what the former one meant", () => {
    const own = { technique: "Ledger mirage", techniqueDefinition: "Deposits that never were." };
    const set = (technique: string) =>
      changed(
        { ...theft, ...own },
        { option: optionOf("set.technique"), from: "", given: { technique } },
      );
    expect(set("Phishing")).toMatchObject({ technique: "Phishing", techniqueDefinition: "" });
    expect(set("Fake airdrop")).toMatchObject({ techniqueDefinition: "" });
    const category = changed(
      { ...theft, ...own },
      { option: optionOf("set.category"), from: "", given: { category: "Unknown" } },
    );
    expect(category).toMatchObject(own);
  });

  test("adds a row, but not one that is there, nor a page that is cited already", () => {
    const { basis: _, ...given } = row("three") as Record<string, string>;
    expect(make("add.attributions", given)?.attributions).toEqual([
      row("one"),
      row("two"),
      row("one", "Firm"),
      row("three"),
    ]);
    expect(make("add.attributions", row("two") as Record<string, string>)).toBeNull();
    expect(make("add.sources", { url: "http://www.example.org/a", title: "Other" })).toBeNull();
    expect(make("add.chains", { chains: "Tron" })?.chains).toEqual(["Ethereum", "Tron"]);
    expect(make("add.chains", { chains: "Ethereum" })).toBeNull();
  });

  test("replaces what chosen rows say, and keeps what becomes equal once", () => {
    expect(make("replace.attributions.actor", { actor: "two" }, "one")?.attributions).toEqual([
      row("two"),
      row("two", "Firm"),
    ]);
    expect(make("replace.attributions.actor", { actor: "two" }, "nobody")).toBeNull();
    expect(make("replace.attributions.actor", { actor: "one" }, "one")).toBeNull();
  });

  test("removes chosen rows", () => {
    expect(make("remove.attributions.actor", {}, "one")?.attributions).toEqual([row("two")]);
    expect(make("remove.attributions.actor", {}, "")).toBeNull();
  });
});

test("what records say now is shown by what the change is about", () => {
  expect(valuesOf([theft], optionOf("remove.attributions.actor"))).toEqual(["one", "two"]);
  expect(saysNow(theft, optionOf("add.attributions"))).toBe("one, two");
  expect(saysNow(theft, optionOf("set.technique"))).toBe("Private key compromise");
  expect(saysNow({}, optionOf("set.technique"))).toBe("");
});

test("a change is named in one line", () => {
  const title = (name: string, given: Record<string, string>, from = "") =>
    bulkTitle("incident", 5, { option: optionOf(name), from, given });
  expect(title("set.technique", { technique: "Phishing" })).toBe(
    "5 incidents: Set: Technique to Phishing",
  );
  expect(title("replace.attributions.actor", { actor: "two" }, "one")).toBe(
    "5 incidents: Change in each attribution: Actor, one to two",
  );
});
