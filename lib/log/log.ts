import pino, { type DestinationStream, type Logger } from "pino";
import { environment } from "@/lib/environment/current-environment";
import type { Environment } from "@/lib/environment/environment";
import { currentRequestId } from "@/lib/log/request-context";
import { shownError } from "@/lib/log/shown-error";
import { asText } from "@/lib/log/text-lines";
import { withoutSecrets } from "@/lib/log/without-secrets";

// Next bundles the proxy, the pages and the start of the server apart: they share one log.
const shared = globalThis as unknown as { losslineLog?: Logger };

/**
 * The log of this process, for operators: what failed, with the id of the request. An error stands first:
 * `log().error(error, "A page could not be made")`. What is logged names nobody: see docs/monitoring.md.
 */
export function log(): Logger {
  shared.losslineLog ??= openLog(environment(), toStandardError());
  return shared.losslineLog;
}

/** Writes what has been logged before the process ends. */
export function flushLog(): Promise<void> {
  return new Promise((resolve) => log().flush(() => resolve()));
}

/**
 * Lines go to standard error, which whoever started the process keeps in files: this one may end at any moment, and has
 * requests to answer. They are written as they come, by no thread of their own; the last ones when the process ends.
 */
function toStandardError(): DestinationStream {
  const { LOSSLINE_LOG_FORMAT: format } = environment();
  const isText = format === undefined ? process.stderr.isTTY === true : format === "text";
  if (isText) return { write: (line) => void process.stderr.write(asText(line)) };
  return pino.destination({ fd: process.stderr.fd, sync: false });
}

/** A log whose lines go somewhere, as JSON. */
export function openLog(
  settings: Parameters<typeof withoutSecrets>[0] & Partial<Environment>,
  destination: DestinationStream,
): Logger {
  return pino(
    {
      // Neither the host's name nor the process: whoever keeps the lines of several knows where each is from.
      base: null,
      messageKey: "message",
      errorKey: "error",
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      serializers: { error: (error: unknown) => shownError(error) },
      mixin: () => {
        const request = currentRequestId();
        return request === null ? {} : { request };
      },
      hooks: {
        streamWrite: withoutSecrets(settings),
        // pino would repeat an error's message, whole as it is, where no other is given.
        logMethod(given, method) {
          const [first, ...rest] = given;
          if (rest.length > 0 || typeof first === "string") method.apply(this, given);
          else method.call(this, first, "");
        },
      },
    },
    destination,
  );
}
