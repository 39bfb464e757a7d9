import { describe, expect, test } from "vitest";
import {
  addressesOf,
  type Holding,
  linkGroups,
  strengthOf,
  waysFrom,
  widthOf,
} from "@/lib/statistics/shared-addresses/link-group";
import type { AddressRole } from "@/lib/values/taxonomy/taxonomy";

const DAYS = ["atomic", "alphapo", "coinspaid", "stake", "coinex", "bingx", "phemex", "alone"];
const held = (key: string, slug: string, role: AddressRole = "attacker"): Holding => ({
  key,
  chain: "ethereum",
  address: `0x${key}`,
  role,
  slug,
  incidentId: DAYS.indexOf(slug),
  firstDay: `2023-01-${String(10 + DAYS.indexOf(slug))}`,
});
const LAZARUS = [
  held("b", "stake"),
  held("b", "alphapo"),
  held("c", "coinex"),
  held("c", "stake"),
  held("a", "coinspaid", "laundering"),
  held("a", "atomic", "laundering"),
  held("a", "alphapo", "laundering"),
  held("d", "alone"),
  held("e", "phemex"),
  held("e", "bingx"),
];

/** The same in another order, always the same one. */
const shuffled = <Item>(items: readonly Item[], step: number) =>
  items.map((_, index) => items[(index * step + 3) % items.length] as Item);

describe("groups", () => {
  test.each([1, 3, 7])("are the same in whatever order the holdings come", (step) => {
    const groups = linkGroups(shuffled(LAZARUS, step));
    expect(groups.map(({ slug, slugs }) => [slug, slugs])).toEqual([
      ["atomic", ["atomic", "alphapo", "coinspaid", "stake", "coinex"]],
      ["bingx", ["bingx", "phemex"]],
    ]);
    expect(groups[0]?.links.map(({ slugs }) => slugs)).toEqual([
      ["atomic", "alphapo", "coinspaid"],
      ["alphapo", "stake"],
      ["stake", "coinex"],
    ]);
    expect(groups.map(addressesOf)).toEqual([3, 1]);
  });

  test("an address held on two chains of one incident links nothing", () => {
    expect(linkGroups([held("a", "stake"), { ...held("a", "stake"), chain: "bsc" }])).toEqual([]);
  });

  test("a chain of a thousand is one group, in time that grows as it does", () => {
    const chain = Array.from({ length: 1000 }, (_, index) => [
      { ...held(`k${index}`, "x"), slug: `s${index}`, incidentId: index, firstDay: "2023-01-01" },
      {
        ...held(`k${index}`, "x"),
        slug: `s${index + 1}`,
        incidentId: index + 1,
        firstDay: "2023-01-01",
      },
    ]).flat();
    expect(linkGroups(chain).map(({ slug, slugs }) => [slug, slugs.length])).toEqual([
      ["s0", 1001],
    ]);
  });
});

test("the way to an incident is the shortest, and says by way of whom", () => {
  const [group] = linkGroups(LAZARUS);
  if (group === undefined) throw new Error("no group");
  expect(Object.fromEntries(waysFrom(group, "coinex"))).toEqual({
    stake: [],
    alphapo: ["stake"],
    atomic: ["stake", "alphapo"],
    coinspaid: ["stake", "alphapo"],
  });
  expect(widthOf(group)).toBe(3);
});

test.each([
  [["attacker", "attacker"], "attacker"],
  [["attacker", "victim", "attacker"], "attacker"],
  [["attacker", "laundering"], "proceeds"],
  [["laundering", "laundering", "victim"], "proceeds"],
  [["victim", "victim"], "victim"],
  [["victim", "attacker"], "victim"],
] as [AddressRole[], string][])(
  "an address that is of %s is as strong as %s",
  (roles, strength) => {
    const holders = roles.map((role, index) => held("a", DAYS[index] ?? "", role));
    expect(strengthOf({ holders })).toBe(strength);
  },
);

test("two roles in one incident are not two incidents", () => {
  const holders = [held("a", "stake"), held("a", "stake"), held("a", "coinex", "victim")];
  expect(strengthOf({ holders })).toBe("victim");
});
