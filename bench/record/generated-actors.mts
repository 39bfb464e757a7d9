import type { Actor } from "@/lib/record/actors/actor";

/** States, groups of them and parts of those, and groups of nobody's: a tree of three levels. */
export function generatedActors(): Actor[] {
  const states = ["KP", "RU", "IR"].flatMap((country) => {
    const state = actor(`state-${country.toLowerCase()}`, null, "state", country);
    return [state, ...partsOf(state, 4).flatMap((group) => [group, ...partsOf(group, 3)])];
  });
  const others = Array.from({ length: 30 }, (_, index) =>
    actor(`group-${index + 1}`, null, "group", null),
  );
  return [...states, ...others];
}

function partsOf(whole: Actor, count: number): Actor[] {
  return Array.from({ length: count }, (_, index) =>
    actor(`${whole.slug}-${index + 1}`, whole.slug, "group", whole.country),
  );
}

function actor(
  slug: string,
  parent: string | null,
  kind: Actor["kind"],
  country: string | null,
): Actor {
  const name = `Generated ${slug.replace("-", " ")}`;
  return {
    slug,
    name,
    aliases: [],
    parent,
    kind,
    country,
    description: "Made up by a generator, to measure with.",
    status: null,
    statusOn: null,
    statusSource: null,
    identifiers: [],
    sources: [],
  };
}
