// Plain JavaScript, because it runs in a thread of its own, past Next's compiler.

/**
 * A zlib stream of rows that are much like one another, as those of a drawing are. fflate, which packs ZIP files, looks
 * for what repeats byte by byte; this looks beside and above, and skips what it has found, which takes a fifth of the
 * time. Like fflate it is JavaScript alone, so that equal rows are equal bytes on every machine and in every Node.
 */

const MOST_BACK = 32_768;
const [SHORTEST, LONGEST] = [3, 258];
/** What repeats for so long is not looked for elsewhere. */
const ENOUGH = 32;
const LITERALS = 286;
const DISTANCES = 30;
const END = 256;
const LONGEST_CODE = 15;
const TOKENS_IN_BLOCK = 1 << 15;
const HASH_BITS = 15;

/**
 * @param {Uint8Array} data rows one after the other
 * @param {number} rowLength how far above a byte its neighbour stands
 * @returns {Uint8Array}
 */
export function deflateRows(data, rowLength) {
  const out = new Bits(Math.max(1_024, data.length >> 4));
  out.write(0x78, 8);
  out.write(0x01, 8);
  const tokens = new Uint32Array(TOKENS_IN_BLOCK);
  const heads = new Int32Array(1 << HASH_BITS).fill(-MOST_BACK - 1);
  let count = 0;
  let at = 0;
  const above = rowLength <= MOST_BACK ? rowLength : data.length;
  const repeats = repeatsIn(data, rowLength);
  while (at < data.length) {
    let back = above;
    let length =
      at < above
        ? 0
        : at + LONGEST <= (repeats[Math.floor(at / rowLength)] ?? 0)
          ? LONGEST
          : sameFor(data, at, at - above);
    const beside = length >= ENOUGH || at === 0 ? 0 : sameFor(data, at, at - 1);
    if (beside > length) [length, back] = [beside, 1];
    if (length < ENOUGH && at + SHORTEST <= data.length) {
      const hash = hashOf(data, at);
      const before = heads[hash] ?? 0;
      heads[hash] = at;
      const found = at - before > MOST_BACK ? 0 : sameFor(data, at, before);
      if (found > length) [length, back] = [found, at - before];
    }
    if (length >= SHORTEST) {
      tokens[count++] = (length << 16) | back;
      at += length;
    } else tokens[count++] = data[at++] ?? 0;
    if (count === TOKENS_IN_BLOCK) {
      writeBlock(out, tokens, count, at >= data.length);
      count = 0;
      if (at >= data.length) return out.finished(adler32(data, rowLength, repeats));
    }
  }
  writeBlock(out, tokens, count, true);
  return out.finished(adler32(data, rowLength, repeats));
}

/**
 * For each row, up to where the data are those of the row above; 0 where it is not as the one above.
 * @param {Uint8Array} data @param {number} rowLength
 */
function repeatsIn(data, rowLength) {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const repeats = new Float64Array(Math.ceil(data.length / rowLength));
  for (let row = Math.floor(data.length / rowLength) - 1; row > 0; row--) {
    const start = row * rowLength;
    const end = start + rowLength;
    if (bytes.compare(bytes, start - rowLength, start, start, end) === 0)
      repeats[row] = repeats[row + 1] || end;
  }
  return repeats;
}

/** @param {Uint8Array} data @param {number} at */
function hashOf(data, at) {
  const three = (data[at] ?? 0) | ((data[at + 1] ?? 0) << 8) | ((data[at + 2] ?? 0) << 16);
  return Math.imul(three, 0x9e3779b1) >>> (32 - HASH_BITS);
}

/** How many bytes at one place are those of an earlier one. @param {Uint8Array} data @param {number} at @param {number} before */
function sameFor(data, at, before) {
  const most = Math.min(LONGEST, data.length - at);
  let length = 0;
  while (length < most && data[at + length] === data[before + length]) length++;
  return length;
}

/** A block with codes of its own. @param {Bits} out @param {Uint32Array} tokens @param {number} count @param {boolean} isLast */
function writeBlock(out, tokens, count, isLast) {
  const [literalCounts, distanceCounts] = [new Uint32Array(LITERALS), new Uint32Array(DISTANCES)];
  literalCounts[END] = 1;
  for (let each = 0; each < count; each++) {
    const token = tokens[each] ?? 0;
    const length = token >>> 16;
    if (length === 0) literalCounts[token] = (literalCounts[token] ?? 0) + 1;
    else {
      const code = lengthCode(length);
      literalCounts[code] = (literalCounts[code] ?? 0) + 1;
      const distance = distanceCode((token & 0xffff) - 1);
      distanceCounts[distance] = (distanceCounts[distance] ?? 0) + 1;
    }
  }
  const literals = codesFor(literalCounts);
  const distances = codesFor(distanceCounts);
  out.write(isLast ? 1 : 0, 1);
  out.write(2, 2);
  out.write(LITERALS - 257, 5);
  out.write(DISTANCES - 1, 5);
  // The lengths of codes are themselves written in four bits each: 0 to 15, and no repetitions.
  out.write(15, 4);
  for (let none = 0; none < 3; none++) out.write(0, 3);
  for (let symbol = 0; symbol < 16; symbol++) out.write(4, 3);
  for (const length of [...literals.lengths, ...distances.lengths])
    out.write(reversed(length, 4), 4);
  for (let each = 0; each < count; each++) writeToken(out, tokens[each] ?? 0, literals, distances);
  out.write(literals.codes[END] ?? 0, literals.lengths[END] ?? 0);
}

/** @typedef {{ codes: Uint16Array, lengths: Uint8Array }} Codes */

/** @param {Bits} out @param {number} token @param {Codes} literals @param {Codes} distances */
function writeToken(out, token, literals, distances) {
  const length = token >>> 16;
  if (length === 0) {
    out.write(literals.codes[token] ?? 0, literals.lengths[token] ?? 0);
    return;
  }
  const code = lengthCode(length);
  out.write(literals.codes[code] ?? 0, literals.lengths[code] ?? 0);
  const beyond = length - SHORTEST;
  if (beyond >= 8 && length < LONGEST) {
    const bits = 29 - Math.clz32(beyond);
    out.write(beyond & ((1 << bits) - 1), bits);
  }
  const back = (token & 0xffff) - 1;
  const distance = distanceCode(back);
  out.write(distances.codes[distance] ?? 0, distances.lengths[distance] ?? 0);
  if (back >= 4) {
    const bits = 30 - Math.clz32(back);
    out.write(back & ((1 << bits) - 1), bits);
  }
}

/** @param {number} length from 3 to 258 */
function lengthCode(length) {
  const beyond = length - SHORTEST;
  if (length === LONGEST) return 285;
  if (beyond < 8) return 257 + beyond;
  const top = 31 - Math.clz32(beyond);
  return 257 + 4 * (top - 1) + ((beyond >>> (top - 2)) & 3);
}

/** @param {number} back one less than the distance */
function distanceCode(back) {
  if (back < 4) return back;
  const top = 31 - Math.clz32(back);
  return 2 * top + ((back >>> (top - 1)) & 1);
}

/** Huffman's codes for symbols by how often they are, none longer than 15 bits. @param {Uint32Array} counts @returns {Codes} */
function codesFor(counts) {
  let weights = counts;
  let lengths = huffmanLengths(weights);
  while (lengths.some((length) => length > LONGEST_CODE)) {
    weights = weights.map((count) => (count === 0 ? 0 : (count >>> 2) + 1));
    lengths = huffmanLengths(weights);
  }
  const codes = new Uint16Array(counts.length);
  let next = 0;
  for (let length = 1; length <= LONGEST_CODE; length++) {
    for (const [symbol, own] of lengths.entries())
      if (own === length) codes[symbol] = reversed(next++, length);
    next <<= 1;
  }
  return { codes, lengths };
}

/** @param {Uint32Array} counts */
function huffmanLengths(counts) {
  const lengths = new Uint8Array(counts.length);
  const used = [...counts.keys()].filter((symbol) => counts[symbol] !== 0);
  // A code needs two symbols to be whole.
  for (let symbol = 0; used.length < 2; symbol++) if (!used.includes(symbol)) used.push(symbol);
  used.sort((one, other) => (counts[one] ?? 0) - (counts[other] ?? 0) || one - other);
  /** @type {{ weight: number, symbols: number[] }[]} */
  const leaves = used.map((symbol) => ({ weight: counts[symbol] ?? 0, symbols: [symbol] }));
  /** @type {{ weight: number, symbols: number[] }[]} */
  const joined = [];
  let [leaf, join] = [0, 0];
  const lightest = () => {
    const [one, other] = [leaves[leaf], joined[join]];
    if (other === undefined || (one !== undefined && one.weight <= other.weight)) {
      leaf++;
      return one ?? { weight: 0, symbols: [] };
    }
    join++;
    return other;
  };
  for (let step = 1; step < leaves.length; step++) {
    const [one, other] = [lightest(), lightest()];
    const symbols = [...one.symbols, ...other.symbols];
    for (const symbol of symbols) lengths[symbol] = (lengths[symbol] ?? 0) + 1;
    joined.push({ weight: one.weight + other.weight, symbols });
  }
  return lengths;
}

/** @param {number} value @param {number} bits */
function reversed(value, bits) {
  let turned = 0;
  for (let bit = 0; bit < bits; bit++) turned |= ((value >>> bit) & 1) << (bits - 1 - bit);
  return turned;
}

class Bits {
  #bytes;
  #length = 0;
  #held = 0;
  #count = 0;

  /** @param {number} room */
  constructor(room) {
    this.#bytes = new Uint8Array(room);
  }

  /** @param {number} value @param {number} bits at most 16 */
  write(value, bits) {
    this.#held |= value << this.#count;
    this.#count += bits;
    while (this.#count >= 8) this.#push();
  }

  /** The stream with the check of what was packed. @param {number} check */
  finished(check) {
    if (this.#count > 0) this.#push();
    for (const shift of [24, 16, 8, 0]) {
      this.#held = (check >>> shift) & 255;
      this.#push();
    }
    return this.#bytes.subarray(0, this.#length);
  }

  #push() {
    if (this.#length === this.#bytes.length) {
      const more = new Uint8Array(2 * this.#length);
      more.set(this.#bytes);
      this.#bytes = more;
    }
    this.#bytes[this.#length++] = this.#held & 255;
    this.#held >>>= 8;
    this.#count = Math.max(0, this.#count - 8);
  }
}

const ADLER = 65_521;

/**
 * The check of zlib streams. A row that repeats the one above adds what that one added, without another look at it.
 * @param {Uint8Array} data @param {number} rowLength @param {Float64Array} repeats
 */
function adler32(data, rowLength, repeats) {
  let [low, high] = [1, 0];
  let [sum, weighted] = [0, 0];
  for (let start = 0; start < data.length; start += rowLength) {
    const end = Math.min(start + rowLength, data.length);
    if (!repeats[start / rowLength]) [sum, weighted] = sumsOf(data, start, end);
    // Rows are shorter than 2²⁰, so that no product is beyond what is counted exactly.
    high = (high + (end - start) * low + weighted) % ADLER;
    low = (low + sum) % ADLER;
  }
  return ((high << 16) | low) >>> 0;
}

/** What a row adds to both halves of the check: its bytes, and each as often as it is from the end. @param {Uint8Array} data @param {number} start @param {number} end */
function sumsOf(data, start, end) {
  let [sum, weighted] = [0, 0];
  for (let at = start; at < end; ) {
    // As many as stay below 2³¹.
    const stop = Math.min(at + 3_800, end);
    for (; at < stop; at++) {
      sum = (sum + data[at]) | 0;
      weighted = (weighted + sum) | 0;
    }
    sum %= ADLER;
    weighted %= ADLER;
  }
  return [sum, weighted];
}
