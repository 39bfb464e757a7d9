import { expect, it } from "vitest";
import type { ActorNode } from "@/lib/record/actors/actor";
import { actorTree } from "@/lib/statistics/actors/actor-tree";

const actor = (actorId: number, slug: string, parent: string | null): ActorNode => ({
  actorId,
  slug,
  name: slug.toUpperCase(),
  kind: "group",
  status: null,
  statusOn: null,
  country: null,
  parent,
});

it("follows each actor by its parts, largest first, and lists those without incidents too", () => {
  const branches = actorTree(
    [
      actor(1, "alone", null),
      actor(2, "part", "whole"),
      actor(3, "whole", null),
      actor(4, "idle-part", "whole"),
    ],
    [
      { actorId: 1, incidents: 1, unknownSize: 0, lossUsd: 5 },
      { actorId: 2, incidents: 2, unknownSize: 1, lossUsd: 7 },
      { actorId: 3, incidents: 3, unknownSize: 1, lossUsd: 9 },
    ],
    [{ actorId: 2, slug: "theft", name: "Theft", occurredOn: "2023-09" }],
  );
  expect(
    branches.map(({ actor: { slug }, depth, partOf, total }) => [
      slug,
      depth,
      partOf,
      total.incidents,
    ]),
  ).toEqual([
    ["whole", 0, null, 3],
    ["part", 1, "WHOLE", 2],
    ["idle-part", 1, "WHOLE", 0],
    ["alone", 0, null, 1],
  ]);
  expect(branches[1]?.last?.slug).toBe("theft");
  expect(branches[2]?.last).toBeNull();
});
