import { availableParallelism } from "node:os";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { MOST_PIXELS, pixelsOf, type RasterSize } from "@/lib/site/exports/image";

type Png = Uint8Array<ArrayBuffer>;

/** A picture that is asked for. */
interface Asked {
  svg: string;
  size: RasterSize;
  resolve(png: Png): void;
  reject(error: Error): void;
}

/** A thread, and the picture that takes memory there; null where none does. */
interface Thread {
  worker: Worker;
  asked: Asked | null;
}

/** A thread answers a picture with the PNG or an error, and then with the word that its memory is free. */
type Answer = { png: Png } | { error: string } | { freed: true };

/** In pieces, so that Next's compiler does not take the file, and resvg's binary with it, into its own. */
const WORKER = "lib site exports png-worker.mjs".split(" ");

/**
 * Threads that turn SVG into PNG, so that the one that answers requests never waits for a picture. What
 * they take is bounded: a thread is sent a picture only when it has freed the one before, and pictures
 * wait, in the order in which they came, for room beside those that are being drawn.
 */
export class Rasteriser {
  private readonly threads: Thread[] = [];
  private readonly queue: Asked[] = [];

  /**
   * @param most threads at most
   * @param pixelsAtOnce how large the pictures that are drawn at the same moment may be together; each pixel
   *   takes 8 bytes. A picture larger than this is drawn alone.
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
  draw(svg: string, size: RasterSize): Promise<Png> {
    return new Promise((resolve, reject) => {
      this.queue.push({ svg, size, resolve, reject });
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
      thread.worker.postMessage({ svg: next.svg, scale: next.size.scale });
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
      if ("png" in answer) thread.asked?.resolve(answer.png);
      else if ("error" in answer)
        thread.asked?.reject(new Error(`a picture could not be drawn: ${answer.error}`));
      else {
        thread.asked = null;
        worker.unref();
        this.startWaiting();
      }
    });
    worker.on("error", (error) => {
      console.error("A thread that draws pictures ended.", error);
      this.threads.splice(this.threads.indexOf(thread), 1);
      thread.asked?.reject(error);
      this.startWaiting();
    });
    return thread;
  }
}

const shared = globalThis as unknown as { losslineRasteriser?: Rasteriser };

/** The program's rasteriser: a thread for each processor but one, three at most. */
export function rasteriser(): Rasteriser {
  shared.losslineRasteriser ??= new Rasteriser(
    Math.min(3, Math.max(1, availableParallelism() - 1)),
  );
  return shared.losslineRasteriser;
}
