import { describe, expect, it } from "vitest";
import {
  commonAddresses,
  layOutLinks,
  type SharedIndicator,
  sharedAddressGroups,
} from "@/lib/statistics/shared-addresses/shared-address";

const incidents = [
  "atomic",
  "alphapo",
  "coinspaid",
  "stake",
  "coinex",
  "bingx",
  "phemex",
  "alone",
].map((slug) => ({
  slug,
}));
const shared = (address: string, ...slugs: string[]): SharedIndicator => ({
  address,
  sightings: slugs.map((slug) => ({ slug, chain: "ethereum" })),
});

describe("tieGroups", () => {
  it("holds together what is linked by way of others, and leaves out what is linked to nothing", () => {
    const groups = sharedAddressGroups(incidents, [
      shared("c", "stake", "coinex"),
      shared("a1", "coinspaid", "atomic", "alphapo"),
      shared("d", "phemex", "bingx"),
      shared("a2", "alphapo", "coinspaid", "atomic"),
      shared("b", "alphapo", "stake"),
    ]);
    expect(groups.map((group) => group.incidents.map(({ slug }) => slug))).toEqual([
      ["atomic", "alphapo", "coinspaid", "stake", "coinex"],
      ["bingx", "phemex"],
    ]);
    expect(
      groups[0]?.links.map((link) => [link.slugs, link.addresses.map(({ address }) => address)]),
    ).toEqual([
      [
        ["atomic", "alphapo", "coinspaid"],
        ["a1", "a2"],
      ],
      [["alphapo", "stake"], ["b"]],
      [["stake", "coinex"], ["c"]],
    ]);
  });

  it("passes over sightings in incidents that are not shown, and addresses left with one incident", () => {
    expect(sharedAddressGroups(incidents, [shared("a", "atomic", "elsewhere")])).toEqual([]);
    const [group] = sharedAddressGroups(incidents, [shared("a", "atomic", "elsewhere", "stake")]);
    expect(group?.links[0]?.slugs).toEqual(["atomic", "stake"]);
  });

  it("counts an address once for an incident that holds it on several chains", () => {
    const twice = {
      address: "a",
      sightings: [...shared("a", "coinex").sightings, { slug: "coinex", chain: "optimism" }],
    };
    expect(sharedAddressGroups(incidents, [twice])).toEqual([]);
  });
});

describe("layTies", () => {
  it("puts overlapping lines into lanes of their own and reuses a lane once it is free", () => {
    const [group] = sharedAddressGroups(incidents, [
      shared("a", "atomic", "alphapo", "coinspaid"),
      shared("b", "alphapo", "stake"),
      shared("c", "stake", "coinex"),
    ]);
    if (group === undefined) throw new Error("no group");
    expect(
      layOutLinks(group).map(({ link, lane, rows }) => [link.addresses[0]?.address, lane, rows]),
    ).toEqual([
      ["c", 0, [3, 4]],
      ["a", 0, [0, 1, 2]],
      ["b", 1, [1, 3]],
    ]);
  });
});

describe("commonAddresses", () => {
  it("names every chain on both sides, whatever the spelling", () => {
    const address = "0x75497999432B8701330fB68058bd21918C02Ac59";
    const held = [
      { chain: "optimism", address },
      { chain: "arbitrum", address: address.toLowerCase() },
      { chain: "ethereum", address: "0x0000000000000000000000000000000000000001" },
    ];
    expect(commonAddresses(held, [{ chain: "optimism", address, theirChain: "polygon" }])).toEqual([
      { address, here: ["arbitrum", "optimism"], there: ["polygon"] },
    ]);
  });
});
