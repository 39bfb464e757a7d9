import { type NoAnswer, type Outside, publicFetch } from "@/lib/desk/outside/public-fetch";

/** How a message was received. */
export interface Received {
  /** Whether it was taken. */
  ok: boolean;
  /** What was answered; null where nobody answered. */
  status: number | null;
  /** The beginning of the answer, or why there was none, in words. */
  answer: string;
  /** Whether nothing is ever to be sent there again: the receiver says so, or it is no public address any more. */
  forGood: boolean;
  /** Seconds after which it may be sent again, as the receiver says; null where it does not. */
  retryAfter: number | null;
}

/** Milliseconds for all of it. */
const PATIENCE = 10_000;
/** Bytes of an answer that are read, and characters of it that are kept. */
const MOST_READ = 4_000;
const MOST_KEPT = 300;

/**
 * Sends a message to a public address, checked anew each time as every question to another server is; no redirect is
 * followed, since the next address would get what was meant for this one. Never throws for what the receiver does.
 */
export async function sendMessage(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  outside?: Outside,
): Promise<Received> {
  const answered = await publicFetch(
    url,
    {
      method: "POST",
      headers,
      body,
      reads: (type) => type === "" || /^(?:text\/|application\/(?:json|problem\+json))/.test(type),
      patience: PATIENCE,
      most: MOST_READ,
      redirects: 0,
    },
    outside,
  );
  if ("why" in answered)
    return {
      ok: false,
      status: null,
      answer: whyNot(answered),
      forGood: false,
      retryAfter: null,
    };
  const { status, retryAfter } = answered;
  return {
    ok: status >= 200 && status < 300,
    status,
    answer: shown(answered.body),
    forGood: status === 410,
    retryAfter,
  };
}

function whyNot({ why, text }: NoAnswer): string {
  return why === "redirects"
    ? "It leads on to another address, and nothing is sent there."
    : `It ${text}.`;
}

/** As plain text in one line. */
function shown(body: Buffer): string {
  return body
    .toString("utf8")
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFD\s]+/gu, " ")
    .trim()
    .slice(0, MOST_KEPT);
}
