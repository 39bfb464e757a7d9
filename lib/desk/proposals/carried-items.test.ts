import { describe, expect, test } from "vitest";
import { itemsToCarry, withCarried } from "@/lib/desk/proposals/carried-items";

const source = (url: string, title = "A title") => ({
  url,
  publisher: "The Paper",
  title,
  publishedOn: null,
  archivedUrl: null,
});
const address = (at: number) => ({
  chain: "ethereum",
  address: `0x${String(at).padStart(40, "0")}`,
  role: "attacker",
  source: "https://a.example.org/",
});
const kept = {
  name: "Kept",
  lossUsd: 5,
  sources: [source("https://a.example.org/")],
  attributions: [
    { actor: "one", by: "A firm", confidence: "likely", source: "https://a.example.org/" },
  ],
  addresses: [address(1)],
};
const duplicate = {
  name: "Other",
  lossUsd: 7,
  sources: [
    source("https://a.example.org/", "Otherwise titled"),
    source("https://b.example.org/x/y"),
  ],
  attributions: [
    { actor: "one", by: "A  FIRM", confidence: "confirmed", source: "https://b.example.org/" },
    { actor: "two", by: "The police", confidence: "likely", source: "https://b.example.org/" },
  ],
  addresses: [address(1), address(2)],
};

describe("what a kept record can take over", () => {
  test("is what it lacks, and nothing that both have, however they tell it", () => {
    expect(itemsToCarry("incident", kept, duplicate, { two: "Group Two" })).toMatchObject([
      { path: "sources/https://b.example.org/x/y", label: "Source The Paper “A title”" },
      { label: "Attribution to Group Two by The police", said: expect.stringContaining("likely") },
      { label: expect.stringContaining("Address 0x") },
    ]);
    expect(itemsToCarry("incident", kept, kept)).toEqual([]);
    expect(itemsToCarry("target", kept, duplicate)).toEqual([]);
  });

  test("is added behind what it has, as far as it is asked for", () => {
    const [first, second] = itemsToCarry("incident", kept, duplicate);
    const paths = [first?.path ?? "", second?.path ?? "", "sources/none", "lossUsd", "name"];
    const revised = withCarried("incident", kept, duplicate, paths);
    expect(revised).toEqual({
      ...kept,
      sources: [...kept.sources, duplicate.sources[1]],
      attributions: [...kept.attributions, duplicate.attributions[1]],
    });
    expect(withCarried("incident", revised, duplicate, paths)).toBe(revised);
    expect(withCarried("incident", kept, duplicate, [])).toBe(kept);
  });

  test("is asked for as a whole where it is long", () => {
    const many = { ...duplicate, addresses: Array.from({ length: 60 }, (_, at) => address(at)) };
    const all = itemsToCarry("incident", kept, many).filter(({ path }) => path.startsWith("addr"));
    expect(all).toEqual([
      { path: "addresses", label: "All 59 addresses that it lacks", said: null },
    ]);
    const revised = withCarried("incident", kept, many, ["addresses"]);
    expect(revised.addresses).toHaveLength(60);
  });
});
