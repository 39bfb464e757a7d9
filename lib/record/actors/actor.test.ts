import { describe, expect, test } from "vitest";
import { actorEntrySchema, actorSchema, parentsFirst } from "@/lib/record/actors/actor";
import { LEGAL_STATUSES } from "@/lib/values/taxonomy/taxonomy";
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

describe("a person's legal status", () => {
  const person = { kind: "individual", status: "convicted" } as const;
  const source = "https://example.org/verdict";
  const problemsOf = (schema: typeof actorSchema | typeof actorEntrySchema, given: object) =>
    schema
      .safeParse({ ...anActor(), ...given })
      .error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];

  test.each(LEGAL_STATUSES)("may be $value", ({ value }) => {
    const actor = anActor({ ...person, status: value, statusOn: "2024-05", statusSource: source });
    expect(actorSchema.parse(actor)).toEqual(actor);
    expect(actorEntrySchema.parse(actor)).toEqual({ ...actor, mergedInto: null });
  });

  test("need not be known, of a person either", () => {
    expect(problemsOf(actorEntrySchema, { kind: "individual" })).toEqual([]);
    const { status, statusOn, statusSource, identifiers, ...older } = anActor();
    expect(actorSchema.parse(older)).toEqual({
      ...older,
      status: null,
      statusOn: null,
      statusSource: null,
      identifiers: [],
    });
    expect([status, statusOn, statusSource, identifiers]).toEqual([null, null, null, []]);
  });

  test.each(["state", "group", "unknown"])("is not of a %s", (kind) => {
    const of = { ...person, kind, statusSource: source };
    for (const schema of [actorSchema, actorEntrySchema])
      expect(problemsOf(schema, of)).toEqual([
        "status: is of persons only: the kind must be individual",
      ]);
  });

  test("must say where it can be read at the desk; the starting dataset holds one that does not", () => {
    expect(problemsOf(actorSchema, person)).toEqual([]);
    expect(problemsOf(actorEntrySchema, person)).toEqual([
      "statusSource: must be given beside a status, as the link to a page that says it",
    ]);
    expect(problemsOf(actorEntrySchema, { ...person, statusSource: source })).toEqual([]);
  });

  test.each([
    ["status: Invalid option", { kind: "individual", status: "guilty" }],
    ["statusOn: needs a status beside it", { kind: "individual", statusOn: "2024" }],
    ["statusSource: needs a status beside it", { kind: "individual", statusSource: source }],
    ["statusOn: must be a day", { ...person, statusSource: source, statusOn: "2024-13" }],
    ["statusSource: must be a web address", { ...person, statusSource: "the papers" }],
    ["identifiers.0.value: of ", { identifiers: [{ scheme: "mitre-attack", value: "Lazarus" }] }],
    [
      "identifiers.1.value: is named twice",
      { identifiers: [1, 2].map(() => ({ scheme: "mitre-attack", value: "G0032" })) },
    ],
  ])("is refused: %s", (said, given) => {
    for (const schema of [actorSchema, actorEntrySchema])
      expect(problemsOf(schema, given)).toEqual([expect.stringContaining(said)]);
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
