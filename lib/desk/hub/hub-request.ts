import type { ParameterProblem } from "@/lib/statistics/rules/parameters";
import { isUrl } from "@/lib/values/links/is-url";
import { isPublicHost } from "@/lib/values/links/public-host";

const DAY = 24 * 60 * 60;
/** How long a subscription lasts, in seconds: what is given where nothing is asked for, and the bounds of it. */
export const LEASE = { usual: 10 * DAY, least: DAY, most: 30 * DAY } as const;
/** Bytes of a secret that are taken (WebSub, 5.1: fewer than 200). */
const LONGEST_SECRET = 199;
/** Both of a subscription have room in an index. */
const LONGEST_URL = 1000;

/** What somebody asks of the hub (WebSub, 5.1). */
export interface AskedOfHub {
  unsubscribes: boolean;
  /** The feed's URL as it was given. */
  topic: string;
  callback: string;
  secret: string | null;
  /** Seconds, within what is given. */
  leaseSeconds: number;
}

/** Reads what was sent to the hub as a form. @returns what is wrong with it, each with what is allowed */
export function readHubRequest(
  form: URLSearchParams,
): { ok: true; value: AskedOfHub } | { ok: false; problems: ParameterProblem[] } {
  const problems: ParameterProblem[] = [];
  const problem = (parameter: string, allowed: string) =>
    problems.push({ parameter, given: form.get(parameter)?.slice(0, 200) ?? null, allowed });
  for (const name of NAMES) if (form.getAll(name).length > 1) problem(name, "given once");
  const mode = form.get("hub.mode");
  if (mode !== "subscribe" && mode !== "unsubscribe")
    problem("hub.mode", "subscribe or unsubscribe");
  const topic = form.get("hub.topic") ?? "";
  if (!isPlainUrl(topic)) problem("hub.topic", "the URL of a feed of this site");
  const callback = form.get("hub.callback") ?? "";
  const wrong = callbackProblem(callback);
  if (wrong !== null) problem("hub.callback", wrong);
  const secret = form.get("hub.secret");
  if (secret !== null && (secret === "" || Buffer.byteLength(secret) > LONGEST_SECRET))
    problems.push({
      parameter: "hub.secret",
      given: null,
      allowed: `a text of at most ${LONGEST_SECRET} bytes, or left out`,
    });
  const lease = form.get("hub.lease_seconds") ?? "";
  if (!/^\d{0,10}$/.test(lease)) problem("hub.lease_seconds", "a whole number of seconds");
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    value: {
      unsubscribes: mode === "unsubscribe",
      topic,
      callback,
      secret,
      leaseSeconds:
        lease === "" ? LEASE.usual : Math.min(Math.max(Number(lease), LEASE.least), LEASE.most),
    },
  };
}

const NAMES = ["hub.mode", "hub.topic", "hub.callback", "hub.secret", "hub.lease_seconds"];

function isPlainUrl(text: string): boolean {
  return text.length <= LONGEST_URL && /^[\x21-\x7e]+$/.test(text) && isUrl(text);
}

/** What a callback must be, where it is not; null where nothing speaks against it as far as can be told without asking. */
function callbackProblem(text: string): string | null {
  if (!isPlainUrl(text) || !/^https?:\/\//i.test(text))
    return `a URL of at most ${LONGEST_URL} characters that begins with https:// or http://`;
  const { hostname, port, username, password, hash } = new URL(text);
  if (username !== "" || password !== "") return "a URL without user and password";
  if (port !== "") return "a URL at the usual port, 443 or 80";
  if (hash !== "") return "a URL without a fragment";
  return isPublicHost(hostname)
    ? null
    : "a URL that is reachable from everywhere: nothing is sent into a private network";
}

/** The URL by which a callback is asked whether it wants this (WebSub, 5.3): its own query stays. */
export function confirmationUrl(
  { unsubscribes, topic, callback, leaseSeconds }: Omit<AskedOfHub, "secret">,
  challenge: string,
): string {
  const url = new URL(callback);
  url.searchParams.append("hub.mode", unsubscribes ? "unsubscribe" : "subscribe");
  url.searchParams.append("hub.topic", topic);
  url.searchParams.append("hub.challenge", challenge);
  if (!unsubscribes) url.searchParams.append("hub.lease_seconds", String(leaseSeconds));
  return url.href;
}
