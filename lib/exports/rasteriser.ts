import { availableParallelism } from "node:os";
import path from "node:path";
import { Worker } from "node:worker_threads";

interface Answer {
  id: number;
  png?: Uint8Array<ArrayBuffer>;
  error?: string;
}
interface Waiting {
  resolve(png: Uint8Array<ArrayBuffer>): void;
  reject(error: Error): void;
}

/** In pieces, so that Next's compiler does not take the file, and resvg's binary with it, into its own. */
const WORKER = "lib exports png-worker.mjs".split(" ");

/** Threads that turn SVG into PNG, so that the one that answers requests never waits for a picture. */
export class Rasteriser {
  private readonly threads: { worker: Worker; waiting: Map<number, Waiting> }[] = [];
  private count = 0;

  constructor(private readonly most: number) {}

  /**
   * An SVG as PNG, `scale` pixels for each of its own, drawn with the program's own fonts.
   * @throws where the SVG cannot be read
   */
  draw(svg: string, scale: number): Promise<Uint8Array<ArrayBuffer>> {
    const { worker, waiting } = this.leastBusy();
    const id = this.count++;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      worker.ref();
      worker.postMessage({ id, svg, scale });
    });
  }

  private leastBusy() {
    const free = this.threads.toSorted((one, other) => one.waiting.size - other.waiting.size)[0];
    if (free !== undefined && (free.waiting.size === 0 || this.threads.length >= this.most))
      return free;
    const thread = this.startThread();
    this.threads.push(thread);
    return thread;
  }

  private startThread() {
    const worker = new Worker(path.join(/* turbopackIgnore: true */ process.cwd(), ...WORKER), {
      name: "png",
    });
    const thread = { worker, waiting: new Map<number, Waiting>() };
    const { waiting } = thread;
    worker.unref();
    worker.on("message", ({ id, png, error }: Answer) => {
      const asked = waiting.get(id);
      waiting.delete(id);
      if (waiting.size === 0) worker.unref();
      if (png === undefined) asked?.reject(new Error(`a picture could not be drawn: ${error}`));
      else asked?.resolve(png);
    });
    worker.on("error", (error) => {
      console.error("A thread that draws pictures ended.", error);
      this.threads.splice(this.threads.indexOf(thread), 1);
      for (const { reject } of waiting.values()) reject(error);
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
