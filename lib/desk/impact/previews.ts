import { LRUCache } from "lru-cache";
import type { Impact } from "@/lib/desk/impact/impact";
import { KeptTotals } from "@/lib/desk/impact/kept-totals";
import type { PublicationProblem } from "@/lib/record/kinds/publication-error";

/** What came of a preview: what moves, why the entries cannot be published, or why there is none. */
export type Previewed =
  | { impact: Impact }
  | { problems: PublicationProblem[] }
  | { refused: string };

/** Previews kept, in characters of JSON. */
const MOST_KEPT = 8_000_000;
/** More than so many that wait are not taken on. */
const MOST_WAITING = 10;
const BUSY = "Many previews are being computed just now. Try again in a moment.";

/**
 * The previews of one database: each is computed once however often it is asked for, and one after the other,
 * so that they take one connection together and no publication waits behind more than one.
 */
export class Previews {
  readonly totals = new KeptTotals();
  private readonly kept = new LRUCache<string, Previewed>({
    maxSize: MOST_KEPT,
    maxEntrySize: MOST_KEPT / 4,
    sizeCalculation: (previewed, key) => key.length + JSON.stringify(previewed).length,
  });
  private readonly running = new Map<string, Promise<Previewed>>();
  private last: Promise<unknown> = Promise.resolve();

  /**
   * The preview of a key, from what is kept or from whoever is working it out, or computed in its turn. What is
   * refused is not kept.
   * @param allowed says why a fresh one is refused; null where it is not
   */
  async get(
    key: string,
    allowed: () => Promise<string | null>,
    compute: () => Promise<Previewed>,
  ): Promise<Previewed> {
    const known = this.kept.get(key) ?? this.running.get(key);
    if (known !== undefined) return known;
    if (this.running.size > MOST_WAITING) return { refused: BUSY };
    const mine = this.fresh(allowed, compute)
      .then((previewed) => {
        if (!("refused" in previewed)) this.kept.set(key, previewed);
        return previewed;
      })
      .finally(() => this.running.delete(key));
    this.running.set(key, mine);
    return mine;
  }

  private async fresh(
    allowed: () => Promise<string | null>,
    compute: () => Promise<Previewed>,
  ): Promise<Previewed> {
    const refused = await allowed();
    if (refused !== null) return { refused };
    const turn = this.last.then(compute, compute);
    this.last = turn;
    return turn;
  }
}
