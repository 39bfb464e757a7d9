import type { RecordKind } from "@/lib/record/kinds/record-kind";

/** Why one record cannot be published beside the others that the record holds. */
export interface PublicationProblem {
  kind: RecordKind;
  /** The record's place among those of its kind, from 0. */
  place: number;
  /** What it is called: its slug or its title. */
  of: string;
  /** The field, such as `["attributions", 1, "actor"]`. */
  path: (string | number)[];
  message: string;
}

/** Thrown where records do not fit those that are active already: nothing of them has then been published. */
export class PublicationError extends Error {
  constructor(readonly problems: readonly PublicationProblem[]) {
    const shown = problems
      .slice(0, 20)
      .map(({ kind, of, path, message }) => `${kind} ${of}: ${path.join(".")}: ${message}`);
    const more = problems.length - shown.length;
    super([...shown, ...(more > 0 ? [`… and ${more} more problems`] : [])].join("\n"));
    this.name = "PublicationError";
  }
}

/** Collects what is wrong with the records of one kind, so that all of it can be told at once. */
export class RecordErrors {
  private readonly problems: PublicationProblem[] = [];

  constructor(private readonly kind: RecordKind) {}

  add(place: number, of: string, path: (string | number)[], message: string): void {
    this.problems.push({ kind: this.kind, place, of, path, message });
  }

  /** @throws {PublicationError} where there was any problem */
  throwAny(): void {
    if (this.problems.length > 0) throw new PublicationError(this.problems);
  }
}
