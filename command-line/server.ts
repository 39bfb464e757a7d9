import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { EXIT, Failure, wrongServer } from "@/command-line/failure";
import type { Output } from "@/command-line/output";

/** How often something is asked for that the server is too busy for, and the longest wait between, in seconds. */
const ATTEMPTS = 5;
const LONGEST_WAIT = 60;

const problemSchema = z.object({
  detail: z.string().optional(),
  title: z.string().optional(),
  problems: z
    .array(z.object({ parameter: z.string(), given: z.string().nullable(), allowed: z.string() }))
    .default([]),
});

/** A server of the record, and how it is asked. */
export class Server {
  constructor(
    /** Without a slash at its end. */
    readonly base: string,
    /** How long an answer may take, in milliseconds: all of it, or of what is streamed each piece. */
    private readonly timeout: number,
    private readonly notes: Output,
  ) {}

  /**
   * As `fetch`, asked again where the server is too busy for now; whatever else it answers is returned.
   * @throws {Failure} where it cannot be reached, does not answer in time, or stays too busy
   */
  readonly fetch = async (url: string | URL | Request, init: RequestInit = {}): Promise<Response> =>
    this.asked(String(url), init, () => AbortSignal.timeout(this.timeout));

  /** Where a path is, or a URL as the server's answers have it: a server that knows no name of its own answers with paths. */
  url(pathOrUrl: string): string {
    return pathOrUrl.startsWith("/") ? `${this.base}${pathOrUrl}` : pathOrUrl;
  }

  /** The path in a URL of an answer, to be asked for at this server whichever name the answer gives it. */
  pathOf(pathOrUrl: string): string {
    if (pathOrUrl.startsWith("/")) return pathOrUrl;
    const { pathname, search } = new URL(pathOrUrl);
    return `${pathname}${search}`;
  }

  /** @throws {Failure} where the server refuses, or its answer is not of this shape */
  async json<Answer>(
    path: string,
    shape: z.ZodType<Answer>,
    init: RequestInit = {},
  ): Promise<{ answer: Answer; text: string }> {
    const response = await this.fetch(this.url(path), {
      ...init,
      headers: { Accept: "application/json", ...init.headers },
    });
    if (!response.ok) throw await refusalOf(response, init.method === "POST" ? "" : "--");
    const text = await this.reading(path, response.text());
    const read = shape.safeParse(parsed(text));
    if (read.success) return { answer: read.data, text };
    const [issue] = read.error.issues;
    throw wrongServer(
      `${this.url(path)} answered in a form that this program does not know (${issue?.path.join(".") || "all of it"}: ${issue?.message}). Is ${this.base} a Lossline server?`,
    );
  }

  /**
   * The pieces of an answer as they come.
   * @param begun is told what the server says before them
   * @throws {Failure} where the server refuses, falls silent or ends before its end
   */
  async *pieces(
    path: string,
    init: RequestInit = {},
    begun: (headers: Headers) => void = () => {},
  ): AsyncGenerator<Uint8Array> {
    const stop = new AbortController();
    let timer = this.silence(stop);
    try {
      const response = await this.asked(this.url(path), init, () => {
        clearTimeout(timer);
        timer = this.silence(stop);
        return stop.signal;
      });
      if (!response.ok) throw await refusalOf(response);
      begun(response.headers);
      if (response.body === null) return;
      for await (const piece of response.body) {
        clearTimeout(timer);
        yield piece;
        timer = this.silence(stop);
      }
    } catch (error) {
      throw this.asFailure(path, error);
    } finally {
      clearTimeout(timer);
      stop.abort();
    }
  }

  private silence(stop: AbortController): NodeJS.Timeout {
    return setTimeout(
      () => stop.abort(new DOMException("The server fell silent", "TimeoutError")),
      this.timeout,
    );
  }

  private async asked(
    url: string,
    init: RequestInit,
    signal: () => AbortSignal,
  ): Promise<Response> {
    for (let attempt = 1; ; attempt++) {
      let response: Response;
      try {
        response = await fetch(url, { ...init, signal: signal() });
      } catch (error) {
        throw this.asFailure(url, error);
      }
      if (response.status !== 503 && response.status !== 429) return response;
      const seconds = retryAfter(response.headers.get("Retry-After"), Date.now()) ?? 2 ** attempt;
      if (attempt === ATTEMPTS || seconds > LONGEST_WAIT) throw await refusalOf(response);
      await response.body?.cancel();
      this.notes.progress(
        `The server is busy (${response.status}); asked again in ${seconds} s, ${attempt + 1} of ${ATTEMPTS}`,
      );
      await wait(seconds * 1_000);
      this.notes.endProgress();
    }
  }

  private async reading<Content>(path: string, content: Promise<Content>): Promise<Content> {
    try {
      return await content;
    } catch (error) {
      throw this.asFailure(path, error);
    }
  }

  private asFailure(path: string, error: unknown): Error {
    if (error instanceof Failure || !(error instanceof Error)) return error as Error;
    if (error.name === "TimeoutError")
      return wrongServer(
        `${this.url(path)} did not answer within ${this.timeout / 1_000} s. --timeout gives it longer.`,
      );
    const cause = error.cause;
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : null;
    if (code === null && !(error instanceof TypeError)) return error;
    const why =
      code === null
        ? cause instanceof Error
          ? cause.message
          : error.message
        : (REASONS[code] ?? code);
    return wrongServer(`${this.base} cannot be asked: ${why}.`);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing listens there",
  ECONNRESET: "it ended the connection",
  UND_ERR_SOCKET: "it ended the connection",
  ENOTFOUND: "there is no host of that name",
  EAI_AGAIN: "its name could not be looked up",
  EHOSTUNREACH: "no way leads to it",
  ETIMEDOUT: "it does not answer",
  UND_ERR_CONNECT_TIMEOUT: "it does not answer",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is signed by itself",
  CERT_HAS_EXPIRED: "its certificate has expired",
};

/** Seconds to wait by Retry-After, which has them or a date (RFC 9110, 10.2.3); null where it says neither. */
export function retryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  if (/^\d+$/.test(header.trim())) return Number(header);
  const day = Date.parse(header);
  return Number.isNaN(day) ? null : Math.max(0, Math.ceil((day - now) / 1_000));
}

/**
 * What a server's refusal tells the person: the options that it is about, and what they may be.
 * @param mark what stands before the name of a parameter here; nothing before those of what was sent
 */
async function refusalOf(response: Response, mark = "--"): Promise<Failure> {
  const text = await response.text().catch(() => "");
  const read = problemSchema.safeParse(parsed(text));
  const isProblem = response.headers.get("Content-Type")?.includes("problem+json") === true;
  if (!read.success || !isProblem)
    return wrongServer(`${response.url} answered ${response.status}, and not why.`);
  const { problems, detail, title } = read.data;
  if (problems.length > 0 && response.status < 500)
    return new Failure(
      EXIT.usage,
      [
        "The server cannot read this:",
        ...problems.map(
          ({ parameter, given, allowed }) =>
            `  ${mark}${parameter}${given === null ? "" : ` ${given}`}: allowed is ${allowed}`,
        ),
      ].join("\n"),
    );
  return new Failure(
    response.status === 404 ? EXIT.notSo : EXIT.server,
    `${response.url} answered ${response.status}: ${detail ?? title ?? "it does not say why"}`,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** @returns the URL without a slash at its end; null where it is no server's */
export function readServerUrl(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, origin, pathname, search, hash, username } = new URL(text);
  if (!/^https?:$/.test(protocol) || search !== "" || hash !== "" || username !== "") return null;
  return `${origin}${pathname}`.replace(/\/+$/, "");
}
