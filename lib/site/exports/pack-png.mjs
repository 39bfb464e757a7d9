import { crc32 } from "node:zlib";
import { deflateRows } from "./deflate-rows.mjs";

// Plain JavaScript, because it runs in a thread of its own, past Next's compiler.

/**
 * @typedef {{ pixels: Uint8Array, width: number, height: number }} Raster
 *   Red, green, blue and alpha of each pixel, the first three multiplied by the last.
 * @typedef {{ values: number[], rows: Uint8Array }} Indexed
 *   A picture's colours, and for each pixel the place of its own among them, a row after the other and a 0 before each.
 */

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const COLOUR_TYPES = { palette: 3, rgb: 2, rgba: 6 };
/** So many pixels are compared with those above at once. */
const BLOCK = 256;
/** How a row of true colours is written: each as its step from the one above. */
const STEPS_FROM_ABOVE = 2;
const MOST_IN_PALETTE = 256;
/** More colours than these are not merged into a palette. */
const MOST_MERGED = 4_096;
/** How far the rarer colours, those of smoothed edges, may be moved in a channel, of 255: no further than nobody sees. */
const STEPS = [2, 4, 8, 12];
/** So many of the most frequent colours are never moved: all that have an area. */
const NEVER_MOVED = 64;
/** How colours are meant to look: by eye rather than by measure. */
const PERCEPTUAL = Uint8Array.of(0);

/**
 * Pixels as a PNG: with a palette where the colours are few, as a chart's are, without alpha where all is opaque. Packed
 * by JavaScript alone, so that the bytes are the same on every machine and in every version of Node.
 * @param {Raster} raster
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function packPng({ pixels, width, height }) {
  // Signed, because the engine holds such numbers as they are, and larger ones in memory of their own.
  const colours = new Int32Array(pixels.buffer, pixels.byteOffset, width * height);
  const indexed = indexedRows(colours, width, height);
  if (indexed !== null) {
    const chunks = paletteChunks(indexed.values);
    return png("palette", width, height, [...chunks, idat(indexed.rows, width + 1)]);
  }
  const kind = colours.every((colour) => colour >>> 24 === 255) ? "rgb" : "rgba";
  const rows = trueColourRows(pixels, width, height, kind === "rgb" ? 3 : 4);
  return png(kind, width, height, [idat(rows, rows.length / height)]);
}

/** @param {keyof typeof COLOUR_TYPES} kind @param {number} width @param {number} height @param {Uint8Array[]} chunks */
function png(kind, width, height, chunks) {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, COLOUR_TYPES[kind], 0, 0, 0], 8);
  const all = [SIGNATURE, chunk("IHDR", header), chunk("sRGB", PERCEPTUAL), ...chunks];
  return joined([...all, chunk("IEND", new Uint8Array())]);
}

/** @param {Uint8Array} rows @param {number} rowLength */
function idat(rows, rowLength) {
  return chunk("IDAT", deflateRows(rows, rowLength));
}

/** @param {Int32Array} colours @param {number} width @param {number} height @returns {Indexed | null} */
function indexedRows(colours, width, height) {
  const seen = new Seen();
  const rows = new Uint8Array((width + 1) * height);
  if (!fillRows(rows, colours, width, (colour) => seen.placeOf(colour))) return null;
  if (seen.values.length <= MOST_IN_PALETTE) return { values: seen.values, rows };
  const merged = mergedPalette(seen);
  if (merged === null) return null;
  rows.fill(0);
  fillRows(rows, colours, width, (colour) => merged.places[seen.placeOf(colour)] ?? 0);
  return { values: merged.values, rows };
}

/**
 * @param {Uint8Array} rows @param {Int32Array} colours @param {number} width
 * @param {(colour: number) => number} placeOf asked where a colour is neither beside nor above
 * @returns {boolean} false where there are too many colours
 */
function fillRows(rows, colours, width, placeOf) {
  // What stands above is compared by the engine's own code, a hundred times as fast as by a loop.
  const bytes = Buffer.from(colours.buffer, colours.byteOffset, colours.byteLength);
  const isAbove = (/** @type {number} */ from, /** @type {number} */ end) =>
    from >= width &&
    bytes.compare(bytes, (from - width) * 4, (end - width) * 4, from * 4, end * 4) === 0;
  let to = 0;
  for (let start = 0; start < colours.length; start += width) {
    const end = start + width;
    to++;
    if (isAbove(start, end)) {
      rows.copyWithin(to, to - width - 1, to - 1);
      to += width;
      continue;
    }
    let untried = start;
    for (let at = start; at < end; ) {
      if (at >= untried && at + BLOCK <= end) {
        // Where one block is not as above, the next is looked at only behind it.
        untried = at + BLOCK;
        if (!isAbove(at, untried)) continue;
        rows.copyWithin(to, to - width - 1, to - width - 1 + BLOCK);
        [at, to] = [at + BLOCK, to + BLOCK];
        // The last colour may go on where what is above does not.
        for (; at < end && colours[at] === colours[at - 1]; at++, to++) rows[to] = rows[to - 1];
        continue;
      }
      const colour = colours[at];
      const isAsAbove = at >= width && colours[at - width] === colour;
      const place = isAsAbove ? rows[to - width - 1] : placeOf(colour);
      if (place === MOST_MERGED) return false;
      const first = at++;
      while (at < end && colours[at] === colour) at++;
      const next = to + at - first;
      // Most of a picture is paper, which is the first colour, and stands there already.
      if (place === 0) to = next;
      else while (to < next) rows[to++] = place;
    }
  }
  return true;
}

const HASH_BITS = 14;

/** The colours of a picture in the order in which they are first seen, and how often each begins. */
class Seen {
  /** @type {number[]} */
  values = [];
  counts = new Uint32Array(MOST_MERGED);
  #keys = new Int32Array(1 << HASH_BITS);
  #places = new Int16Array(1 << HASH_BITS).fill(-1);

  /** The place of a colour; that of one too many where it has none. @param {number} colour */
  placeOf(colour) {
    let slot = Math.imul(colour, 0x9e3779b1) >>> (32 - HASH_BITS);
    for (;;) {
      const place = this.#places[slot] ?? -1;
      if (place === -1) break;
      if (this.#keys[slot] === colour) {
        this.counts[place] = (this.counts[place] ?? 0) + 1;
        return place;
      }
      slot = (slot + 1) & ((1 << HASH_BITS) - 1);
    }
    const place = this.values.length;
    if (place === MOST_MERGED) return place;
    this.#keys[slot] = colour;
    this.#places[slot] = place;
    this.values.push(colour);
    return place;
  }
}

/**
 * As few colours as are needed for none to be moved further than a small step; null where that does not do.
 * @param {Seen} seen
 */
function mergedPalette({ values, counts }) {
  const byCount = [...values.keys()].sort(
    (one, other) => (counts[other] ?? 0) - (counts[one] ?? 0) || one - other,
  );
  for (const step of STEPS) {
    const merged = mergedWithin(values, byCount, step);
    if (merged !== null) return merged;
  }
  return null;
}

/** @param {number[]} values @param {number[]} byCount @param {number} step */
function mergedWithin(values, byCount, step) {
  /** @type {number[]} */
  const kept = [];
  const places = new Uint8Array(values.length);
  for (const seen of byCount) {
    const value = values[seen] ?? 0;
    let place = kept.length < NEVER_MOVED ? -1 : placeWithin(kept, value, step);
    if (place === -1) {
      if (kept.length === MOST_IN_PALETTE) return null;
      place = kept.push(value) - 1;
    }
    places[seen] = place;
  }
  return { values: kept, places };
}

/** The first colour that is no further from a value in any channel; -1 where there is none. @param {number[]} colours @param {number} value @param {number} step */
function placeWithin(colours, value, step) {
  const [red, green, blue] = [value & 255, (value >>> 8) & 255, (value >>> 16) & 255];
  return colours.findIndex(
    (colour) =>
      Math.abs((colour & 255) - red) <= step &&
      Math.abs(((colour >>> 8) & 255) - green) <= step &&
      Math.abs(((colour >>> 16) & 255) - blue) <= step &&
      Math.abs((colour >>> 24) - (value >>> 24)) <= step,
  );
}

/** @param {Uint8Array} pixels @param {number} width @param {number} height @param {3 | 4} channels */
function trueColourRows(pixels, width, height, channels) {
  const length = width * channels + 1;
  const rows = new Uint8Array(length * height);
  let above = new Uint8Array(length);
  let own = new Uint8Array(length);
  for (let y = 0; y < height; y++) {
    rows[y * length] = STEPS_FROM_ABOVE;
    for (let place = 1, at = 4 * y * width; place < length; at += 4) {
      const alpha = pixels[at + 3] ?? 0;
      for (let channel = 0; channel < channels; channel++, place++) {
        own[place] = channel === 3 ? alpha : unmultiplied(pixels[at + channel] ?? 0, alpha);
        rows[y * length + place] = (own[place] ?? 0) - (above[place] ?? 0);
      }
    }
    [above, own] = [own, above];
  }
  return rows;
}

/** @param {number} value @param {number} alpha */
function unmultiplied(value, alpha) {
  if (alpha === 255) return value;
  return alpha === 0 ? 0 : Math.min(255, Math.round((value * 255) / alpha));
}

/** @param {number[]} values */
function paletteChunks(values) {
  const channels = values.map((value) => {
    const alpha = value >>> 24;
    const of = (/** @type {number} */ shift) => unmultiplied((value >>> shift) & 255, alpha);
    return { colour: [of(0), of(8), of(16)], alpha };
  });
  const alphas = channels.map(({ alpha }) => alpha);
  return [
    chunk("PLTE", Uint8Array.from(channels.flatMap(({ colour }) => colour))),
    ...(alphas.every((alpha) => alpha === 255) ? [] : [chunk("tRNS", Uint8Array.from(alphas))]),
  ];
}

/** @param {string} type @param {Uint8Array} data */
function chunk(type, data) {
  const made = new Uint8Array(data.length + 12);
  const view = new DataView(made.buffer);
  view.setUint32(0, data.length);
  for (let at = 0; at < 4; at++) made[4 + at] = type.charCodeAt(at);
  made.set(data, 8);
  view.setUint32(8 + data.length, crc32(made.subarray(4, 8 + data.length)));
  return made;
}

/** @param {readonly Uint8Array[]} parts */
function joined(parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
