import dns from "node:dns/promises";
import http from "node:http";
import https from "node:https";
import net from "node:net";
import tls from "node:tls";
import { readBounded } from "@/lib/desk/outside/bounded-body";
import { isUrl } from "@/lib/values/links/is-url";
import { isPublicAddress, isPublicHost } from "@/lib/values/links/public-host";

/** An IP address that was checked: a connection goes to none but those. */
interface Checked {
  address: string;
  family: number;
}

/** How names and connections are come by; tests put a server of their own behind public addresses. What is public is no part of it. */
export interface Outside {
  resolve: (host: string) => Promise<readonly Checked[]>;
  connect: (to: readonly Checked[], port: number) => net.Socket;
  /** How a connection is made to prove whose it is; by TLS, where it is not given. */
  secure?: (socket: net.Socket, host: string) => net.Socket;
}

/** The internet. */
export const INTERNET: Outside = {
  resolve: (host) => dns.lookup(host, { all: true, verbatim: true }),
  connect: (to, port) =>
    net.connect({
      host: to[0]?.address ?? "",
      port,
      autoSelectFamily: true,
      // The name is not resolved again: whoever answers for it could say another address the second time.
      ...(to.length > 1 && {
        host: "checked.invalid",
        lookup: (_host, _options, done) => done(null, [...to]),
      }),
    }),
};

/** What is asked of another server, and how much of its answer is waited for and read. */
export interface Asked {
  method: "GET" | "HEAD" | "POST";
  /** Of what is sent; beside those that every question has. */
  headers?: Readonly<Record<string, string>>;
  /** What is sent. */
  body?: string;
  /** Whether an answer with this content type is read; its body is left where it is not. */
  reads: (contentType: string) => boolean;
  /** Milliseconds for all of it, redirects included. */
  patience: number;
  /** Bytes of the body that are read, before and after it is unpacked. */
  most: number;
  redirects: number;
}

export interface Answered {
  /** The link that answered, after all redirects. */
  url: string;
  status: number;
  /** Whether each redirect said that the page has moved for good; false where there was none. */
  movedForGood: boolean;
  /** Lower case, with its parameters; empty where none was given. */
  contentType: string;
  body: Buffer;
  /** Whether the body went on. */
  cutOff: boolean;
  /** Seconds after which it may be asked again, as the server says; null where it does not. */
  retryAfter: number | null;
}

/** Why nobody answered, in words that can follow the link. */
export interface NoAnswer {
  why: "notPublic" | "noHost" | "offline" | "unreachable" | "slow" | "redirects" | "unreadable";
  text: string;
}

const AGENT = "Lossline (checks and reads the sources of a public record of thefts)";
const PERMANENT = [301, 308];
const REDIRECTS = [301, 302, 303, 307, 308];

/**
 * Asks for a page on a host that everybody can reach: http and https at their usual ports, no address of this machine, its
 * network or its provider's, at any redirect. Each name is resolved once and the connection goes to what was checked. It
 * takes no cookies, says nothing of who asks, and never throws for what another server does.
 */
export async function publicFetch(
  link: string,
  asked: Asked,
  outside: Outside = INTERNET,
): Promise<Answered | NoAnswer> {
  const end = AbortSignal.timeout(asked.patience);
  let url = link;
  let forGood = true;
  for (let redirects = 0; ; redirects++) {
    const step = await askOnce(url, asked, outside, end);
    if ("why" in step) return step;
    if (!("location" in step)) return { ...step, url, movedForGood: redirects > 0 && forGood };
    if (redirects === asked.redirects)
      return { why: "redirects", text: `leads on more than ${asked.redirects} times` };
    forGood &&= PERMANENT.includes(step.status);
    url = step.location;
  }
}

type Step =
  | Omit<Answered, "url" | "movedForGood">
  | { status: number; location: string }
  | NoAnswer;

async function askOnce(
  link: string,
  asked: Asked,
  outside: Outside,
  end: AbortSignal,
): Promise<Step> {
  const target = await checkedTarget(link, outside, end);
  if ("why" in target) return target;
  try {
    const response = await answerOf(target, asked, outside, end);
    const { statusCode: status = 0, headers } = response;
    const location = REDIRECTS.includes(status) ? headers.location : undefined;
    if (location !== undefined) {
      response.destroy();
      if (!isUrl(location, target.url.href))
        return { why: "redirects", text: "leads on to something that is no link" };
      return { status, location: new URL(location, target.url).href };
    }
    const contentType = (headers["content-type"] ?? "").toLowerCase();
    const wait = Number(headers["retry-after"]);
    const answer = { status, contentType, retryAfter: Number.isInteger(wait) ? wait : null };
    if (asked.method === "HEAD" || !asked.reads(contentType)) {
      response.destroy();
      return { ...answer, body: Buffer.alloc(0), cutOff: false };
    }
    const read = await readBounded(response, headers["content-encoding"], asked.most, end);
    if (read === null)
      return { why: "unreadable", text: "is packed in a way that cannot be unpacked" };
    return { ...answer, ...read };
  } catch (error) {
    return noAnswerOf(error, end);
  }
}

interface Target {
  url: URL;
  addresses: readonly Checked[];
  port: number;
}

/** Where a link leads, once all of it is known to be public. */
async function checkedTarget(
  link: string,
  outside: Outside,
  end: AbortSignal,
): Promise<Target | NoAnswer> {
  const notPublic = (text: string): NoAnswer => ({ why: "notPublic", text });
  if (!isUrl(link)) return notPublic("is no link");
  const url = new URL(link);
  if (url.protocol !== "http:" && url.protocol !== "https:")
    return notPublic(`leads to ${url.protocol} and not to a web page`);
  if (url.port !== "")
    return notPublic(`names the port ${url.port}; pages are read at the usual ports only`);
  if (url.username !== "" || url.password !== "")
    return notPublic("holds a user’s name or password");
  if (!isPublicHost(url.hostname)) return notPublic("leads to a host that not everybody can reach");
  const port = url.protocol === "https:" ? 443 : 80;
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const family = net.isIP(host);
  if (family !== 0) return { url, addresses: [{ address: host, family }], port };
  try {
    const addresses = await beforeEnd(outside.resolve(host), end);
    if (addresses.length === 0) return { why: "noHost", text: "is on a host that does not exist" };
    if (!addresses.every(({ address }) => isPublicAddress(address)))
      return notPublic("leads to a network that not everybody can reach");
    return { url, addresses, port };
  } catch (error) {
    return noAnswerOf(error, end);
  }
}

function answerOf(
  { url, addresses, port }: Target,
  { method, headers = {}, body }: Asked,
  outside: Outside,
  signal: AbortSignal,
): Promise<http.IncomingMessage> {
  const secure = url.protocol === "https:";
  return new Promise((resolve, reject) => {
    const request = (secure ? https : http).request(url, {
      method,
      signal,
      headers: {
        Host: url.host,
        "User-Agent": AGENT,
        Accept: "text/html,application/xhtml+xml,*/*;q=0.5",
        "Accept-Language": "en,*;q=0.5",
        "Accept-Encoding": "gzip, deflate, br",
        ...(body !== undefined && { "Content-Length": String(Buffer.byteLength(body)) }),
        ...headers,
      },
      // No agent beside it: one would connect on its own, to what it resolves itself.
      createConnection: () => {
        const socket = outside.connect(addresses, port);
        if (!secure) return socket;
        return (outside.secure ?? overTls)(socket, url.hostname);
      },
    });
    request.once("response", resolve).once("error", reject).end(body);
  });
}

function overTls(socket: net.Socket, host: string): net.Socket {
  const isNamed = net.isIP(host.replace(/^\[(.*)\]$/, "$1")) === 0;
  return tls.connect({
    socket,
    ALPNProtocols: ["http/1.1"],
    ...(isNamed && { servername: host }),
  });
}

/** What is waited for no longer than until the end. */
async function beforeEnd<T>(work: Promise<T>, end: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(end.reason);
    if (end.aborted) late();
    end.addEventListener("abort", late, { once: true });
    work.then(resolve, reject).finally(() => end.removeEventListener("abort", late));
  });
}

function noAnswerOf(error: unknown, end: AbortSignal): NoAnswer {
  if (end.aborted) return { why: "slow", text: "does not answer in time" };
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOTFOUND") return { why: "noHost", text: "is on a host that does not exist" };
  if (code === "EAI_AGAIN" || code === "ENETUNREACH")
    return { why: "offline", text: "cannot be asked: this server has no way to the internet" };
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/.test(code))
    return { why: "unreachable", text: "is on a host that does not prove who it is" };
  if (/^HPE_/.test(code)) return { why: "unreadable", text: "answers what is no web page" };
  return { why: "unreachable", text: "is on a host that does not answer" };
}
