import type { Server } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { log } from "@/lib/log/log";
import { beforeHead, onRequest } from "@/lib/site/requests/server-hooks";
import { LONGEST_STOP, STOP_MESSAGE } from "@/lib/site/running/stop-message";
import { underWay } from "@/lib/site/running/under-way";

/** Of one Ctrl-C a process is told more than once: by the terminal, and by npm. */
const SAME_SIGNAL = 1_000;
const LOOKS_EVERY = 20;

interface StopOptions {
  /** For how many seconds it says at /readyz that it stops, before it takes no more connections. */
  drainSeconds: number;
  /** The last thing, once nothing is under way. */
  end(isWhole: boolean): void;
  /** Milliseconds that what is under way may take. */
  longest?: number;
}

/**
 * Makes what stops the process in order: first it only says so, then takes no more connections, finishes what is under
 * way, and ends. Asked for the second time it does nothing.
 */
export function orderlyStop({
  drainSeconds,
  end,
  longest = LONGEST_STOP,
}: StopOptions): () => Promise<void> {
  const servers = new Set<Server>();
  onRequest((_, __, next, server) => {
    servers.add(server);
    return next();
  });
  beforeHead((response) => {
    if (underWay().isStopping) response.setHeader("Connection", "close");
  });
  return async () => {
    const running = underWay();
    if (running.isStopping) return;
    running.isStopping = true;
    log().info("The process stops");
    await wait(drainSeconds * 1_000);
    for (const server of servers) server.close();
    const isDone = () => running.requests === 0 && running.work.size === 0;
    const until = performance.now() + longest;
    do {
      for (const server of servers) server.closeIdleConnections();
      await wait(LOOKS_EVERY);
    } while (!isDone() && performance.now() < until);
    const isWhole = isDone();
    if (!isWhole)
      log().warn(
        { requests: running.requests, writes: running.work.size },
        "What was under way took too long, and is cut off",
      );
    for (const server of servers) server.closeAllConnections();
    end(isWhole);
  };
}

/** Stops the process in order when it is asked to; at the second signal it ends at once. */
export function stopWhenAsked(stop: () => Promise<void>): void {
  let first: number | null = null;
  const onSignal = () => {
    const now = performance.now();
    if (first !== null && now - first > SAME_SIGNAL) process.exit(1);
    first ??= now;
    void stop();
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    // Next's own, which would wait without end, and for connections that nobody uses.
    process.removeAllListeners(signal);
    process.on(signal, onSignal);
  }
  process.on("message", (message) => {
    if (message === STOP_MESSAGE) void stop();
  });
}
