/** An actor as others name it. */
interface NamedActor {
  actorId: number;
  slug: string;
  name: string;
  mergedIntoId: number | null;
}

/** Which actor a slug names, in the record as it is now. */
export class ActorDirectory {
  private readonly bySlug: Map<string, NamedActor>;
  private readonly byId: Map<number, NamedActor>;

  constructor(actors: readonly NamedActor[]) {
    this.bySlug = new Map(actors.map((actor) => [actor.slug, actor]));
    this.byId = new Map(actors.map((actor) => [actor.actorId, actor]));
  }

  find(slug: string): NamedActor | null {
    return this.bySlug.get(slug) ?? null;
  }

  withId(actorId: number): NamedActor | null {
    return this.byId.get(actorId) ?? null;
  }

  /** The slug of what an actor turned out to be; its own where it is active or not known. */
  activeSlug(slug: string): string {
    let actor = this.find(slug);
    for (let steps = 0; actor !== null && actor.mergedIntoId !== null && steps < 100; steps += 1) {
      actor = this.withId(actor.mergedIntoId);
    }
    return actor?.slug ?? slug;
  }

  /**
   * The lasting id of an actor that may be named.
   * @returns a message where the record does not hold it, or it was merged into another
   */
  nameable(slug: string): number | { message: string } {
    const actor = this.find(slug);
    if (actor === null) return { message: `The record holds no actor “${slug}”.` };
    if (actor.mergedIntoId === null) return actor.actorId;
    const active = this.activeSlug(slug);
    return { message: `${actor.name} (“${slug}”) was merged into “${active}”: name that one.` };
  }
}
