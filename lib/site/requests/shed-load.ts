import type { IncomingMessage, ServerResponse } from "node:http";
import { isReading } from "@/lib/site/requests/methods";
import { refusePlainly } from "@/lib/site/requests/refuse-plainly";
import { busy } from "@/lib/site/requests/request-problem";
import { onRequest } from "@/lib/site/requests/server-hooks";

// More requests at once than can be answered within about ten seconds are turned away at once, before anything is made of
// them: otherwise everybody waits for minutes, and memory grows with those who wait.

/** So many answers are made at once, or wait for it. A page takes 50 to 100 ms. */
export const MOST_AT_ONCE = 64;

/** Editors are never turned away for readers; scripts cost nothing; pages that are being made are asked for from inside. */
const ALWAYS = /^\/(?:desk|versioned|_next|font)(?:\/|$)/;

/**
 * What is seen of it: how many answers are being made for readers, how many at most, and how many were turned away. Those
 * who send something are counted apart: they may take long to say it, and hold up no reader meanwhile.
 */
export const load = { underWay: 0, sending: 0, most: MOST_AT_ONCE, refused: 0 };

/** Requests for what is kept, of which it could not be confirmed in time that it holds. */
const kept = new WeakSet<IncomingMessage>();

/** Has a request led on however many are under way: it is for what is kept, and costs little. */
export function letThrough(request: IncomingMessage): void {
  kept.add(request);
}

/** Whether nobody waits for an answer that is not kept. */
export function isQuiet(): boolean {
  return load.underWay + load.sending === 0;
}

/** Turns readers away who come while so many others are being answered that they would wait too long. */
export function shedLoad(): void {
  onRequest((request, response, next) => {
    const path = (request.url ?? "").replace(/\?.*/s, "");
    if (ALWAYS.test(path) || kept.has(request)) return next();
    const kind =
      request.complete || isReading({ method: request.method ?? "" }) ? "underWay" : "sending";
    if (load[kind] >= MOST_AT_ONCE) {
      load.refused += 1;
      refusePlainly(request, response, busy());
      return true;
    }
    load[kind] += 1;
    untilMade(request, response, () => {
      load[kind] -= 1;
    });
    return next();
  });
}

/** For how many milliseconds a reader may take to say what they ask for, and to take what is sent as it is made. */
const PATIENCE = 10_000;

/**
 * Calls back once an answer is made, or nobody waits for it. How slowly it is read is nobody else's business; whoever does
 * not say to its end what they ask for is hung up on.
 */
function untilMade(request: IncomingMessage, response: ServerResponse, made: () => void): void {
  let isOver = false;
  const end = () => {
    if (isOver) return;
    isOver = true;
    clearInterval(timer);
    made();
  };
  const timer = setInterval(() => {
    if (!request.complete && !response.writableEnded) request.socket.destroy();
    if (response.headersSent && response.writableNeedDrain) end();
  }, PATIENCE);
  timer.unref();
  response.once("prefinish", end);
  response.once("close", end);
}
