import type { Page } from "@playwright/test";

/** How far two pictures of one size are apart, in shades of 256. */
export interface PictureDifference {
  /** On average. */
  mean: number;
  /** Where they differ most, of squares of 12 pixels: edges may be smoothed in other ways, words may not stand elsewhere. */
  worst: number;
}

/** Compares two PNGs in the browser of a page. @throws where their sizes differ */
export function pictureDifference(
  page: Page,
  one: Buffer,
  other: Buffer,
): Promise<PictureDifference> {
  const urls = [one, other].map((png) => `data:image/png;base64,${png.toString("base64")}`);
  return page.evaluate(async (sources) => {
    const SQUARE = 12;
    const pictures = await Promise.all(
      sources.map(async (source) => {
        const image = new Image();
        image.src = source;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext("2d");
        if (context === null) throw new Error("no canvas");
        context.fillStyle = "#fff";
        context.fillRect(0, 0, image.width, image.height);
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, image.width, image.height);
      }),
    );
    const [a, b] = pictures;
    if (a === undefined || b === undefined || a.width !== b.width || a.height !== b.height)
      throw new Error(`sizes differ: ${pictures.map((each) => `${each.width}x${each.height}`)}`);
    const shade = ({ data }: ImageData, at: number) =>
      ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) / 3;
    let [sum, worst, squares] = [0, 0, 0];
    for (let top = 0; top + SQUARE <= a.height; top += SQUARE)
      for (let left = 0; left + SQUARE <= a.width; left += SQUARE) {
        let apart = 0;
        for (let y = top; y < top + SQUARE; y++)
          for (let x = left; x < left + SQUARE; x++) {
            const at = 4 * (y * a.width + x);
            apart += shade(a, at) - shade(b, at);
          }
        const square = Math.abs(apart) / SQUARE ** 2;
        sum += square;
        squares++;
        worst = Math.max(worst, square);
      }
    return { mean: sum / squares, worst };
  }, urls);
}
