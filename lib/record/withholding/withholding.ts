/** An order that took texts out of the record, as readers see it. */
export interface Withholding {
  /** The version since which they are withheld. */
  version: number;
  orderedBy: string;
  reason: string;
  /** In how many places the texts stood. */
  places: number;
  /** SHA-256 of each text with a salt that nobody has kept, in hexadecimal. */
  digests: string[];
}
