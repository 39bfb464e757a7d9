/** Pixels in a page. */
export interface EmbedSize {
  width: number;
  height: number;
}

/** The most room that there is, in pixels; null where there is enough. */
export interface Room {
  maxWidth: number | null;
  maxHeight: number | null;
}

/** The size at which an embed stands where nothing resizes it: that of its wide drawing and the line below. */
export const EMBED_SIZE: EmbedSize = { width: 760, height: 640 };

/** The line below the drawing. */
export const EMBED_LINE = 40;
/** Below this width of its frame, an embed shows its narrow drawing. */
export const EMBED_BREAK = 600;
/** The drawing of a narrow frame, which widens it, text and all; lists of a line a thing are higher. */
export const NARROW_DRAWING: EmbedSize = { width: 320, height: 430 };
export const NARROW_LIST: EmbedSize = { width: 320, height: 620 };
/** Key numbers and a few sentences. */
export const NARROW_NUMBERS: EmbedSize = { width: 320, height: 490 };

/** The wide drawing. */
export const WIDE_DRAWING: EmbedSize = {
  width: EMBED_SIZE.width,
  height: EMBED_SIZE.height - EMBED_LINE,
};

/** The size of an embed's frame where there is only so much room; never more than its usual size. */
export function embedWithin({ maxWidth, maxHeight }: Room): EmbedSize {
  const width = Math.min(EMBED_SIZE.width, maxWidth ?? EMBED_SIZE.width);
  // A narrow drawing keeps the usual height, so that text stays as large as it can be.
  const needed =
    width < EMBED_BREAK
      ? EMBED_SIZE.height
      : Math.ceil((width * WIDE_DRAWING.height) / WIDE_DRAWING.width) + EMBED_LINE;
  return { width, height: Math.min(needed, maxHeight ?? needed) };
}

/** Pictures are made from this many pixels a side. */
const LEAST_PICTURE = 320;
const THUMBNAIL: EmbedSize = { width: 1200, height: 675 };

/** The pixels of a thumbnail where there is only so much room; null where no picture is so small. */
export function thumbnailWithin({ maxWidth, maxHeight }: Room): EmbedSize | null {
  const most = {
    width: Math.min(maxWidth ?? THUMBNAIL.width, THUMBNAIL.width),
    height: Math.min(maxHeight ?? THUMBNAIL.height, THUMBNAIL.height),
  };
  if (Math.min(most.width, most.height) < LEAST_PICTURE) return null;
  const aspect = THUMBNAIL.width / THUMBNAIL.height;
  const width = Math.max(LEAST_PICTURE, Math.min(most.width, Math.round(most.height * aspect)));
  const height = Math.min(most.height, Math.max(LEAST_PICTURE, Math.round(width / aspect)));
  return { width, height };
}
