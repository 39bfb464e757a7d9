import { BitReader, BitWriter, UnreadableBits } from "@/lib/site/citations/bits";
import { readDigits, writeDigits } from "@/lib/site/citations/crockford";
import { LISTS_PLACE, NUMBERED_NAMES } from "@/lib/site/citations/list-short-id-tables";

// A short id of a list holds its canonical query, packed: a filter that comes to be known later needs no place in a
// table, and is spelt out.

/** A list of incidents under a rule at a version. */
export interface ListCitation {
  version: number;
  /** The canonical query of the list. */
  query: string;
}

const PLAIN = "abcdefghijklmnopqrstuvwxyz0123456789-";
const LONGEST = 1_000;
/** Beyond this, an id is longer than what people copy by hand, and the permanent link serves better. */
const MOST_DIGITS = 120;
/** How a value is written. */
const [SPELT, DAY, NUMBER, TEXT] = [0, 1, 2, 3];
const EPOCH = Date.UTC(2009, 0, 1);
const DAY_MS = 86_400_000;

/** The printed id of a list at a version; null where it would be too long to print. Equal lists have equal ids. */
export function encodeList({ version, query }: ListCitation): string | null {
  const bits = new BitWriter();
  bits.varint(LISTS_PLACE, 4);
  bits.varint(version, 4);
  for (const [name, value] of new URLSearchParams(query)) {
    bits.fixed(1, 1);
    const place = NUMBERED_NAMES.indexOf(name);
    bits.varint(place + 1, 4);
    if (place === -1) writePlain(bits, name);
    writeValue(bits, value);
  }
  bits.fixed(0, 1);
  const id = writeDigits(bits.bits);
  return id.length > MOST_DIGITS ? null : id;
}

/** The list that a printed id names; null where it names none. Whether its query can be asked is for the grammar to say. */
export function decodeList(text: string): ListCitation | null {
  const digits = readDigits(text);
  if (digits === null) return null;
  try {
    const list = readList(new BitReader(digits));
    // Only the one way of writing it counts, so that chance rarely makes an id of a slip.
    const again = list && readDigits(encodeList(list) ?? "");
    return again?.join("") === digits.join("") ? list : null;
  } catch (error) {
    if (error instanceof UnreadableBits) return null;
    throw error;
  }
}

function readList(bits: BitReader): ListCitation | null {
  if (bits.varint(4) !== LISTS_PLACE) return null;
  const version = bits.varint(4);
  if (version < 1 || version > 999_999_999) throw new UnreadableBits("no such version");
  const query = new URLSearchParams();
  while (bits.fixed(1) === 1) {
    const place = bits.varint(4);
    const name = place === 0 ? readPlain(bits) : NUMBERED_NAMES[place - 1];
    if (name === undefined) throw new UnreadableBits("no such parameter");
    query.append(name, readValue(bits));
  }
  return { version, query: query.toString() };
}

function writeValue(bits: BitWriter, value: string): void {
  const day = daysOf(value);
  if (day !== null) {
    bits.fixed(DAY, 2);
    bits.varint(day, 8);
  } else if (/^[1-9]\d{0,14}$/.test(value)) {
    bits.fixed(NUMBER, 2);
    bits.varint(Number(value), 5);
  } else if (value !== "" && [...value].every((letter) => PLAIN.includes(letter))) {
    bits.fixed(SPELT, 2);
    writePlain(bits, value);
  } else {
    bits.fixed(TEXT, 2);
    const bytes = new TextEncoder().encode(value);
    bits.varint(bytes.length, 4);
    for (const byte of bytes) bits.fixed(byte, 8);
  }
}

function readValue(bits: BitReader): string {
  const how = bits.fixed(2);
  if (how === DAY) {
    const moment = new Date(EPOCH + bits.varint(8) * DAY_MS);
    if (Number.isNaN(moment.getTime())) throw new UnreadableBits("no such day");
    return moment.toISOString().slice(0, 10);
  }
  if (how === NUMBER) return String(bits.varint(5));
  if (how === SPELT) return readPlain(bits);
  const length = bits.varint(4);
  if (length > LONGEST) throw new UnreadableBits("a text of no such length");
  return new TextDecoder().decode(Uint8Array.from({ length }, () => bits.fixed(8)));
}

/** Days since the epoch of what is a day not before it; null of all else. */
function daysOf(value: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return null;
  const days = (Date.parse(`${value}T00:00:00Z`) - EPOCH) / DAY_MS;
  const isSame =
    Number.isInteger(days) && new Date(EPOCH + days * DAY_MS).toISOString().startsWith(value);
  return days >= 0 && isSame ? days : null;
}

function writePlain(bits: BitWriter, value: string): void {
  bits.varint(value.length, 4);
  for (const letter of value) bits.fixed(PLAIN.indexOf(letter), 6);
}

function readPlain(bits: BitReader): string {
  const length = bits.varint(4);
  if (length === 0 || length > LONGEST) throw new UnreadableBits("a text of no such length");
  return Array.from({ length }, () => {
    const letter = PLAIN[bits.fixed(6)];
    if (letter === undefined) throw new UnreadableBits("no such letter");
    return letter;
  }).join("");
}
