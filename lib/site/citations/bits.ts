/** Writes numbers one after the other, each in as few bits as it needs. */
export class BitWriter {
  readonly bits: number[] = [];

  /** A number below 2^`width`. */
  fixed(value: number, width: number): void {
    for (let place = width - 1; place >= 0; place--)
      this.bits.push(Math.floor(value / 2 ** place) % 2);
  }

  /** A whole number of any size, in groups of `width` bits, lowest first; a bit before each says whether one more follows. */
  varint(value: number, width: number): void {
    const rest = Math.floor(value / 2 ** width);
    this.bits.push(rest > 0 ? 1 : 0);
    this.fixed(value % 2 ** width, width);
    if (rest > 0) this.varint(rest, width);
  }
}

/** Thrown where bits end too early or say what cannot be. */
export class UnreadableBits extends Error {}

/** Reads what a BitWriter wrote. */
export class BitReader {
  private place = 0;
  constructor(private readonly bits: readonly number[]) {}

  /** @throws {UnreadableBits} where fewer are left */
  fixed(width: number): number {
    let value = 0;
    for (let count = 0; count < width; count++) {
      const bit = this.bits[this.place++];
      if (bit === undefined) throw new UnreadableBits("it ends too early");
      value = value * 2 + bit;
    }
    return value;
  }

  /** @throws {UnreadableBits} where it ends too early or is too large to be exact */
  varint(width: number): number {
    let value = 0;
    for (let factor = 1; ; factor *= 2 ** width) {
      const more = this.fixed(1);
      value += this.fixed(width) * factor;
      if (value > Number.MAX_SAFE_INTEGER) throw new UnreadableBits("a number is too large");
      if (more === 0) return value;
    }
  }
}
