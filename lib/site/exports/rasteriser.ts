import { availableParallelism } from "node:os";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { log } from "@/lib/log/log";
import { MOST_PIXELS, pixelsOf, type RasterSize } from "@/lib/site/exports/image";
import type { TextAs } from "@/lib/statistics/rules/parameters";
import type { Day } from "@/lib/values/dates/day";

type Bytes = Uint8Array<ArrayBuffer>;

/** What is made of an SVG of ours: its pixels, or an SVG that needs no fonts. */
type Work = "png" | "pdf" | TextAs;

/** What a PDF says about itself. */
export interface PdfFacts {
  title: string;
  /** What is seen and what it shows, for those who do not see it. */
  alternative: string;
  rule: string;
  source: string;
  address: string;
  shortId: string | null;
  licence: string;
  /** The version's day, and the only date in it. */
  publishedOn: Day;
  /** What all of it is in. */
  language: string;
  /** What the log of the record was, and the XMP that says so; null where neither is said. */
  log: { text: string; xmp: string } | null;
}

/** A picture that is asked for. */
interface Asked {
  work: Work;
  svg: string;
  size: RasterSize;
  facts: PdfFacts | null;
  resolve(made: Bytes): void;
  reject(error: Error): void;
}

/** A thread, and the picture that takes memory there; null where none does. */
interface Thread {
  worker: Worker;
  asked: Asked | null;
}

/**
 * A thread answers a picture with its bytes, and the letters that no font of ours has, or an error; and then with the
 * word that its memory is free.
 */
type Answer = { made: Bytes; missing: string[] } | { error: string } | { freed: true };

/** In pieces, so that Next's compiler does not take the file, and resvg's binary with it, into its own. */
const WORKER = "lib site exports png-worker.mjs".split(" ");

/** An SVG takes no pixels while its letters are outlined. */
const NO_PIXELS: RasterSize = { width: 0, height: 0, scale: 1 };

/**
 * Threads that turn SVG into PNG and text into outlines, so that the one that answers requests never waits for a picture. What
 * they take is bounded: a thread is sent a picture only when it has freed the one before, and pictures
 * wait, in the order in which they came, for room beside those that are being drawn.
 */
export class Rasteriser {
  private readonly threads: Thread[] = [];
  private readonly queue: Asked[] = [];

  /**
   * @param most threads at most
   * @param pixelsAtOnce how large the pictures that are drawn at the same moment may be together; each pixel
   *   takes 9 bytes. A picture larger than this is drawn alone.
   */
  constructor(
    private readonly most: number,
    private readonly pixelsAtOnce = MOST_PIXELS,
  ) {}

  /**
   * An SVG as PNG, `scale` pixels for each of its own, drawn with the program's own fonts.
   * @param size what the SVG says of its width and height, and the scale
   * @throws where the SVG cannot be read
   */
  draw(svg: string, size: RasterSize): Promise<Bytes> {
    return this.make("png", svg, size, null);
  }

  /** An SVG as a page of PDF: vectors without fonts. @throws where it is drawn with what pictures of ours are not */
  pdf(svg: string, facts: PdfFacts): Promise<Bytes> {
    return this.make("pdf", svg, NO_PIXELS, facts);
  }

  /**
   * An SVG that looks the same where the program's fonts are missing.
   * @throws where it is set in a way that pictures of ours are not
   */
  async withoutFonts(svg: string, text: TextAs): Promise<string> {
    return new TextDecoder().decode(await this.make(text, svg, NO_PIXELS, null));
  }

  private make(work: Work, svg: string, size: RasterSize, facts: PdfFacts | null): Promise<Bytes> {
    return new Promise((resolve, reject) => {
      this.queue.push({ work, svg, size, facts, resolve, reject });
      this.startWaiting();
    });
  }

  /** Sends the first in the queue to threads for as long as there is one for it, and room. */
  private startWaiting(): void {
    for (let next = this.queue[0]; next !== undefined; next = this.queue[0]) {
      const thread = this.hasRoom(next) ? this.freeThread() : undefined;
      if (thread === undefined) return;
      this.queue.shift();
      thread.asked = next;
      thread.worker.ref();
      const { work, svg, size, facts } = next;
      thread.worker.postMessage({ work, svg, scale: size.scale, facts });
    }
  }

  private hasRoom({ size }: Asked): boolean {
    const drawn = this.threads.flatMap(({ asked }) => (asked === null ? [] : pixelsOf(asked.size)));
    const sum = drawn.reduce((pixels, more) => pixels + more, pixelsOf(size));
    return drawn.length === 0 || sum <= this.pixelsAtOnce;
  }

  private freeThread(): Thread | undefined {
    const free = this.threads.find(({ asked }) => asked === null);
    return free ?? (this.threads.length < this.most ? this.startThread() : undefined);
  }

  private startThread(): Thread {
    // resvg's allocator reads this when it is loaded. Otherwise it keeps what it is given back until it
    // is next asked for as much, which may be never.
    // biome-ignore lint/style/noProcessEnv: a setting of the allocator's, not one of the program's
    process.env.MIMALLOC_ARENA_PURGE_MULT ??= "0";
    const worker = new Worker(path.join(/* turbopackIgnore: true */ process.cwd(), ...WORKER), {
      name: "png",
    });
    const thread: Thread = { worker, asked: null };
    this.threads.push(thread);
    worker.unref();
    worker.on("message", (answer: Answer) => {
      if ("made" in answer) {
        warnOfMissing(answer.missing);
        thread.asked?.resolve(answer.made);
      } else if ("error" in answer)
        thread.asked?.reject(new Error(`a picture could not be drawn: ${answer.error}`));
      else {
        thread.asked = null;
        worker.unref();
        this.startWaiting();
      }
    });
    worker.on("error", (error) => {
      log().error(error, "A thread that draws pictures ended");
      this.threads.splice(this.threads.indexOf(thread), 1);
      thread.asked?.reject(error);
      this.startWaiting();
    });
    return thread;
  }
}

const warned = new Set<string>();

/** Says once of each letter that no font of ours has it: it is an empty box in pictures. */
function warnOfMissing(letters: readonly string[]): void {
  const fresh = letters.filter((letter) => !warned.has(letter));
  if (fresh.length === 0 || warned.size > 1_000) return;
  for (const letter of fresh) warned.add(letter);
  log().warn(`No font of pictures has ${fresh.map((letter) => `“${letter}”`).join(", ")}.`);
}

const shared = globalThis as unknown as { losslineRasteriser?: Rasteriser };

/** The program's rasteriser: a thread for each processor but one, three at most. */
export function rasteriser(): Rasteriser {
  shared.losslineRasteriser ??= new Rasteriser(
    Math.min(3, Math.max(1, availableParallelism() - 1)),
  );
  return shared.losslineRasteriser;
}
