import { describe, expect, test } from "vitest";
import { actorSchema, parentsFirst } from "@/lib/record/actors/actor";
import { anActor } from "@/testing/records";

describe("an actor", () => {
  test("is accepted as it is", () => {
    const actor = anActor({ aliases: ["Hidden Cobra"], parent: "north-korea", country: "KP" });
    expect(actorSchema.parse(actor)).toEqual(actor);
  });

  test.each([
    ["slug", { slug: "Lazarus Group" }],
    ["slug", { slug: "none" }],
    ["parent", { parent: "North Korea" }],
    ["kind", { kind: "company" }],
    ["country", { country: "kp" }],
    ["country", { country: "PRK" }],
    ["aliases.0", { aliases: [""] }],
    ["description", { description: "" }],
    ["", { motto: "–" }],
  ])("is refused for its %s: %j", (field, given) => {
    const parsed = actorSchema.safeParse({ ...anActor(), ...given });
    expect(parsed.error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
  });
});

describe("parents first", () => {
  const tree = [
    { slug: "tradertraitor", parent: "lazarus-group" },
    { slug: "someone", parent: null },
    { slug: "lazarus-group", parent: "north-korea" },
    { slug: "andariel", parent: "north-korea" },
    { slug: "north-korea", parent: null },
  ];

  test("puts every actor after the one that it is part of", () => {
    const slugs = parentsFirst(tree).map(({ slug }) => slug);
    expect(slugs.toSorted()).toEqual(tree.map(({ slug }) => slug).toSorted());
    for (const { slug, parent } of tree) {
      if (parent !== null) expect(slugs.indexOf(parent)).toBeLessThan(slugs.indexOf(slug));
    }
  });

  test("leaves alone a parent that is not among them", () => {
    expect(parentsFirst([{ slug: "a", parent: "elsewhere" }])).toHaveLength(1);
  });

  test.each([
    ["itself", [{ slug: "a", parent: "a" }]],
    [
      "its part",
      [
        { slug: "a", parent: "b" },
        { slug: "b", parent: "a" },
      ],
    ],
    [
      "a part of its part",
      [
        { slug: "a", parent: "b" },
        { slug: "b", parent: "c" },
        { slug: "c", parent: "a" },
      ],
    ],
    [
      "a ring that it does not stand in",
      [
        { slug: "z", parent: "a" },
        { slug: "a", parent: "b" },
        { slug: "b", parent: "a" },
      ],
    ],
  ])("refuses an actor that is part of %s", (_, actors) => {
    expect(() => parentsFirst(actors)).toThrow("is part of itself: ");
  });
});
