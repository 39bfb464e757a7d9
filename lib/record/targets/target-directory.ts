import { foldedName } from "@/lib/record/targets/folded-name";
import { grouped } from "@/lib/values/lists/grouped";

/** A target as others name it. */
export interface NamedTarget {
  targetId: number;
  slug: string;
  name: string;
  kind: string;
  aliases: readonly string[];
  /** Names that it gave up. */
  formerly: readonly string[];
  mergedIntoId: number | null;
}

/** Which target a slug or a name means, in the record as it is now. */
export class TargetDirectory {
  private readonly bySlug: ReadonlyMap<string, NamedTarget>;
  private readonly byId: ReadonlyMap<number, NamedTarget>;
  private readonly byName: ReadonlyMap<string, readonly NamedTarget[]>;
  private readonly byAlias: ReadonlyMap<string, readonly NamedTarget[]>;
  private readonly byFormerName: ReadonlyMap<string, readonly NamedTarget[]>;

  constructor(readonly targets: readonly NamedTarget[]) {
    this.bySlug = new Map(targets.map((target) => [target.slug, target]));
    this.byId = new Map(targets.map((target) => [target.targetId, target]));
    this.byName = named(targets, ({ name }) => [name]);
    this.byAlias = named(targets, ({ aliases }) => aliases);
    this.byFormerName = named(targets, ({ formerly }) => formerly);
  }

  find(slug: string): NamedTarget | null {
    return this.bySlug.get(slug) ?? null;
  }

  withId(targetId: number): NamedTarget | null {
    return this.byId.get(targetId) ?? null;
  }

  /** What a target turned out to be; itself where it is active. */
  active(target: NamedTarget): NamedTarget {
    let active = target;
    for (let steps = 0; active.mergedIntoId !== null && steps < 100; steps += 1) {
      active = this.withId(active.mergedIntoId) ?? active;
    }
    return active;
  }

  /**
   * The target that bears a name: by its own name as it is spelled, then by its own name, another name and a former
   * one, letter case and accents' forms apart. Null where none does, or where several do in the same way.
   */
  named(name: string): NamedTarget | null {
    const key = foldedName(name);
    const own = this.byName.get(key) ?? [];
    const exact = own.find((target) => target.name === name);
    if (exact !== undefined) return this.active(exact);
    for (const list of [own, this.byAlias.get(key) ?? [], this.byFormerName.get(key) ?? []]) {
      const active = [...new Set(list.map((target) => this.active(target)))];
      if (active.length > 0) return active.length === 1 ? (active[0] ?? null) : null;
    }
    return null;
  }

  /** Those that bear a name in any way, as its own, another or a former one. */
  bearing(name: string): NamedTarget[] {
    const key = foldedName(name);
    return [this.byName, this.byAlias, this.byFormerName].flatMap((names) => names.get(key) ?? []);
  }
}

function named(
  targets: readonly NamedTarget[],
  names: (target: NamedTarget) => readonly string[],
): ReadonlyMap<string, readonly NamedTarget[]> {
  const pairs = targets.flatMap((target) =>
    names(target).map((name) => ({ key: foldedName(name), target })),
  );
  return new Map(
    [...grouped(pairs, ({ key }) => key)].map(([key, list]) => [
      key,
      [...new Set(list.map(({ target }) => target))],
    ]),
  );
}
