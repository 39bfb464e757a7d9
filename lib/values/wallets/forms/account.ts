/** What an address says: an account of its chain. */
export interface Account {
  /** The same for every way of writing this account on its chain, and for no other account there. */
  id: string;
  /**
   * Whether the id is 20 bytes of Ethereum's kind. Whoever has such bytes on one chain has them on
   * all: the chain is no part of the key.
   */
  evm: boolean;
  /** The address as it is stored and shown. Keeps what was written where that is one of the usual forms. */
  address: string;
  /** A destination tag, memo or payment id that the address itself carries; null where it has none. */
  tag: string | null;
  /** Why an address that can be read is not taken all the same; null where it is. */
  refused: string | null;
}

/** Reads an address of one chain: its account, or what is wrong with it in plain words. */
export type AddressForm = (text: string) => Account | string;

/** Words for an address whose last bytes do not fit the rest. */
export const WRONG_CHECKSUM = "has a wrong checksum, so a character is probably mistyped";

/** Words for an address that is none of the main network's. */
export const TEST_NETWORK = "is an address of a test network, where coins have no value";

/** An account that is written in one way only, or is known by `id`. */
export function account(address: string, id = address, more: Partial<Account> = {}): Account {
  return { id, evm: false, address, tag: null, refused: null, ...more };
}

/** An account of Ethereum's kind. @param digits 40 hexadecimal digits, in any case */
export function evmAccount(address: string, digits: string): Account {
  return account(address, `0x${digits.toLowerCase()}`, { evm: true });
}

/** The result of a decoder; null where it says by throwing that a text is not its own. */
export function attempt<Result>(run: () => Result): Result | null {
  try {
    return run();
  } catch {
    // The decoders have no other way to say so.
    return null;
  }
}

/** What a form says of a text that begins as none of its own. */
export const ANOTHER = "must begin otherwise";

/**
 * The first of several forms that reads a text. Where none does, what the form says whose beginning
 * the text has: that a checksum is wrong is more to the point than that it might begin otherwise.
 */
export function anyOf(...forms: readonly [AddressForm, ...AddressForm[]]): AddressForm {
  return (text) => {
    const problems: string[] = [];
    for (const form of forms) {
      const read = form(text);
      if (typeof read !== "string") return read;
      problems.push(read);
    }
    const own = problems.find((problem) => !problem.startsWith("must begin"));
    return own ?? problems.find((problem) => problem !== ANOTHER) ?? ANOTHER;
  };
}

/** A form known by its letters alone, without a checksum. */
export function written(pattern: RegExp, problem: string): AddressForm {
  return (text) => (pattern.test(text) ? account(text) : problem);
}

/** Bytes as lower-case hexadecimal digits. */
export function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The bytes of an even number of hexadecimal digits. @throws RangeError for any other text */
export function bytesOf(hex: string): Uint8Array {
  if (!/^(?:[0-9a-f]{2})*$/i.test(hex)) throw new RangeError("These are no hexadecimal digits.");
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** One row of bytes made of several. */
export function joined(...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** Whether two rows of bytes are equal. */
export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
