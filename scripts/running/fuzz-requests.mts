import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { OTHER_PAGES, PAGE_KINDS } from "@/e2e/support/page-kinds";
import { routes } from "@/lib/site/urls/routes";
import { PARAMETERS } from "@/lib/statistics/rules/parameters";
import { Dice } from "@/testing/random";
import { root } from "../progress.mjs";

/** A request as its bytes are written, so that it may also be none that a client would send. */
export interface FuzzRequest {
  method: string;
  target: string;
  headers: [name: string, value: string][];
  body: Buffer | null;
}

/** Requests over all routes and server actions, each the same for the same seed and number. */
export class FuzzRequests {
  private readonly patterns = Object.values(routes).map(({ pattern }) => pattern);
  private readonly folders = ownFolders();
  private readonly actions = serverActions();

  constructor(private readonly seed: number) {}

  /** @param forms names and values of the fields of forms that were seen, to be sent changed */
  at(number: number, forms: readonly SeenForm[]): FuzzRequest {
    const dice = new Dice(this.seed + number * 2_654_435_761);
    const method = dice.chance(0.6)
      ? "GET"
      : dice.pick([
          ...Array<string>(14).fill("POST"),
          "HEAD",
          "PUT",
          "DELETE",
          "PATCH",
          "OPTIONS",
          "TRACE",
          "QUERY",
        ]);
    if (method === "POST" && forms.length > 0 && dice.chance(0.5)) {
      const form = dice.pick(forms);
      const fields = form.values.map(([name, value]): [string, string] => [
        name,
        name.startsWith("$ACTION") && dice.chance(0.9)
          ? value
          : dice.chance(0.4)
            ? text(dice)
            : value,
      ]);
      return this.sending(dice, method, form.path, multipart(dice, fields));
    }
    const target = this.target(dice);
    return this.sending(
      dice,
      method,
      target,
      method === "GET" || method === "HEAD" ? null : this.body(dice),
    );
  }

  private sending(dice: Dice, method: string, target: string, sent: Body | null): FuzzRequest {
    const headers = someHeaders(dice, this.actions);
    if (sent !== null) {
      headers.push(["Content-Type", sent.type]);
      if (dice.chance(0.97)) headers.push(["Content-Length", String(sent.bytes.length)]);
    }
    return { method, target, headers, body: sent?.bytes ?? null };
  }

  private target(dice: Dice): string {
    const base = dice.pick([
      () => dice.pick([...PAGE_KINDS, ...OTHER_PAGES]),
      () => this.ofTable(dice),
      () => this.ofFolders(dice),
      () => this.ofFolders(dice),
      () => `/${text(dice)}`,
    ])();
    const place = dice.chance(0.15)
      ? `/v/${dice.pick(["1", "2", "0", "01", "999999999", "x"])}`
      : "";
    const mangled = dice.chance(0.1) ? mangle(dice, base) : base;
    const query = dice.chance(0.5) ? someQuery(dice, mangled.includes("?")) : "";
    return inRequestLine(`${place}${mangled}${query}`);
  }

  /** A path by the table of routes. */
  private ofTable(dice: Dice): string {
    const pattern = dice.pick(this.patterns);
    try {
      const [made] = fc.sample(fc.stringMatching(pattern), {
        numRuns: 1,
        seed: dice.below(2 ** 31),
      });
      return made ?? "/";
    } catch {
      // A pattern that looks around itself cannot be made from.
      return dice.pick(PAGE_KINDS);
    }
  }

  /** A path by the folders of pages and handlers, inner ones among them. */
  private ofFolders(dice: Dice): string {
    return dice.pick(this.folders).replace(/\[+(?:\.\.\.)?[^\]]*\]+/g, () => segment(dice));
  }

  private body(dice: Dice): Body {
    return dice.pick([
      () => multipart(dice, this.actionFields(dice)),
      () => multipart(dice, this.actionFields(dice)),
      () => multipart(dice, someFields(dice)),
      () => ({
        type: "application/x-www-form-urlencoded",
        bytes: Buffer.from(someQuery(dice, true).slice(1)),
      }),
      () => ({ type: "application/json", bytes: Buffer.from(someJson(dice)) }),
      () => ({
        type: "text/plain;charset=UTF-8",
        bytes: Buffer.from(dice.pick(["[]", "[{}]", text(dice)])),
      }),
      () => ({ type: text(dice).replace(/[^\x20-\x7e]/g, "x"), bytes: Buffer.from(text(dice)) }),
      () => ({ type: "multipart/form-data", bytes: Buffer.from(text(dice)) }),
      () => ({
        type: "multipart/form-data; boundary=x",
        bytes: Buffer.from(`--x\r\n${text(dice)}`),
      }),
    ])();
  }

  /** What a form sends without scripts to a server action. */
  private actionFields(dice: Dice): [string, string][] {
    const id = dice.chance(0.85) ? dice.pick(this.actions) : text(dice);
    const state = JSON.stringify({ problems: [], given: {}, done: null, secret: null });
    return dice.pick<() => [string, string][]>([
      () => [[`$ACTION_ID_${id}`, ""], ...someFields(dice)],
      () => [
        ["$ACTION_REF_1", ""],
        ["$ACTION_1:0", JSON.stringify({ id, bound: "$@1" })],
        ["$ACTION_1:1", dice.chance(0.8) ? `[${state}]` : someJson(dice)],
        ["$ACTION_KEY", "k123"],
        ...someFields(dice),
      ],
      () => [
        ["0", dice.pick(['["$undefined","$K1"]', `[${state},"$K1"]`, someJson(dice)])],
        ...someFields(dice).map(([name, value]): [string, string] => [`1_${name}`, value]),
      ],
    ])();
  }
}

/** A form of a page, and where it is sent. */
export interface SeenForm {
  path: string;
  values: [name: string, value: string][];
}

interface Body {
  type: string;
  bytes: Buffer;
}

/** What a hit on somebody's mind looks like: empty, long, from elsewhere, not text at all. */
const ODD = [
  "",
  " ",
  "\0",
  "a\0b",
  "%",
  "%00",
  "%zz",
  "%E0%A4",
  "%2e%2e%2f",
  "../../etc/passwd",
  "\u202e",
  "ﬁ",
  "İstanbul",
  "👩‍💻",
  "\ud800",
  "ß".repeat(300),
  "a".repeat(5_000),
  "'; SELECT pg_sleep(9); --",
  "<script>alert(1)</script>",
  "__proto__",
  "constructor",
  "NaN",
  "-0",
  "1e309",
  "99999999999999999999",
  "2147483648",
  "0x10",
  "null",
  "undefined",
  "[object Object]",
  "$K1",
  "$@0",
  "\r\n",
];

const USUAL = [
  "1",
  "2",
  "7",
  "2023",
  "2023-09",
  "2023-09-15",
  "2023-02-30",
  "coinex-2023-09",
  "mt-gox-2014-02",
  "lazarus-group",
  "htx",
  "phishing",
  "ethereum",
  "-ethereum",
  "monthly",
  "incident",
  "target",
  "actor",
  "png",
  "csv",
  "largest",
  "10m",
  "newest.1",
  "pinned.1",
  "net",
  "de",
  "dark",
  "editor",
  "ada@desk.example",
  "https://example.org/",
];

function text(dice: Dice): string {
  if (dice.chance(0.55)) return dice.pick(USUAL);
  if (dice.chance(0.6)) return dice.pick(ODD);
  const [made = ""] = fc.sample(fc.string({ unit: "binary", maxLength: 40 }), {
    numRuns: 1,
    seed: dice.below(2 ** 31),
  });
  return made;
}

const segment = (dice: Dice) => (dice.chance(0.8) ? encoded(dice, text(dice)) : text(dice));

function encoded(dice: Dice, given: string): string {
  // Half a pair of surrogates cannot be encoded.
  return dice.chance(0.95) ? encodeURIComponent(given.replace(/\p{Cs}/gu, "")) : given;
}

const NAMES = [
  ...Object.keys(PARAMETERS),
  ...[
    "scale",
    "shape",
    "headline",
    "lang",
    "page",
    "show",
    "url",
    "format",
    "maxwidth",
    "_rsc",
    "id",
  ],
  ...["next", "done", "copy", "about", "country", "a"],
];

function someQuery(dice: Dice, begun: boolean): string {
  const pairs = Array.from({ length: 1 + dice.below(4) }, () => {
    const name = dice.chance(0.9) ? dice.pick(NAMES) : encoded(dice, text(dice));
    // The largest pictures take seconds each; they have tests of their own.
    const value = name === "scale" ? dice.pick(["1", "2", "9", ""]) : encoded(dice, text(dice));
    return dice.chance(0.1) ? `${name}=${value}&${name}=${value}` : `${name}=${value}`;
  });
  return `${begun ? "&" : "?"}${pairs.join("&")}`;
}

const FIELDS = [
  ...[
    "email",
    "password",
    "name",
    "role",
    "person",
    "secret",
    "code",
    "next",
    "reason",
    "texts",
    "orderedBy",
  ],
  ...[
    "request",
    "kind",
    "id",
    "recordId",
    "title",
    "target",
    "occurredOn",
    "what",
    "sources",
    "about",
    "link",
  ],
  ...[
    "file",
    "answer",
    "follows",
    "intent",
    "_follows",
    "_tab",
    "save",
    "comment",
    "note",
    "confirmWith",
  ],
];

function someFields(dice: Dice): [string, string][] {
  return Array.from({ length: dice.below(6) }, () => [
    dice.chance(0.9) ? dice.pick(FIELDS) : text(dice),
    text(dice),
  ]);
}

function someJson(dice: Dice): string {
  if (dice.chance(0.2)) return text(dice);
  const [made] = fc.sample(fc.json(), { numRuns: 1, seed: dice.below(2 ** 31) });
  return made ?? "{}";
}

/** A form with files as browsers send it; now and then cut off, without its end, or with a wrong boundary. */
function multipart(dice: Dice, fields: readonly [string, string][]): Body {
  const boundary = `----WebKitFormBoundary${dice.below(1e9)}`;
  const parts = fields.map(([name, value]) => {
    const file = dice.chance(0.05) ? '; filename="a.csv"\r\nContent-Type: text/csv' : "";
    return `--${boundary}\r\nContent-Disposition: form-data; name="${name.replace(/[\r\n"]/g, "")}"${file}\r\n\r\n${value}\r\n`;
  });
  let whole = `${parts.join("")}--${boundary}--\r\n`;
  if (dice.chance(0.06)) whole = whole.slice(0, dice.below(whole.length));
  const said = dice.chance(0.04) ? "other" : boundary;
  return { type: `multipart/form-data; boundary=${said}`, bytes: Buffer.from(whole) };
}

function someHeaders(dice: Dice, actions: readonly string[]): [string, string][] {
  const all: (() => [string, string])[] = [
    () => ["Accept", dice.pick(["text/html", "application/json", "image/avif,*/*", "", "x"])],
    () => ["Accept-Encoding", dice.pick(["gzip", "br", "gzip;q=0", "*", "identity;q=0", "x"])],
    () => ["Accept-Language", dice.pick(["de", "ar,en;q=0.1", "*", "\u00e4"])],
    () => ["RSC", "1"],
    () => ["Next-Router-State-Tree", dice.pick(["%5B%22%22%5D", "x", "[]", "%"])],
    () => ["Next-Router-Prefetch", "1"],
    () => ["Next-Action", dice.chance(0.8) ? dice.pick(actions) : "x"],
    () => ["x-middleware-subrequest", "proxy:proxy:proxy:proxy:proxy"],
    () => ["x-middleware-rewrite", "/versioned/newest.1/overview"],
    () => ["x-nextjs-data", "1"],
    () => ["X-Forwarded-For", dice.pick(["127.0.0.1", "x", "::1, 1.2.3.4"])],
    () => ["X-Forwarded-Host", dice.pick(["evil.example", "a b", ""])],
    () => ["X-Forwarded-Proto", dice.pick(["https", "x"])],
    () => ["Range", dice.pick(["bytes=0-10", "bytes=-1", "bytes=9-1", "x"])],
    () => ["If-None-Match", dice.pick(["*", '"x"', "x"])],
    () => ["If-Modified-Since", dice.pick(["x", "Thu, 01 Jan 1970 00:00:00 GMT"])],
    () => ["Expect", "100-continue"],
    () => [
      "Cookie",
      dice.pick(["lossline.session_token=x.y", "a", "=;=", "lossline.two_factor=%"]),
    ],
    () => ["User-Agent", "ä".repeat(400)],
    () => ["X-Long", "x".repeat(dice.pick([3_000, 20_000]))],
    () => ["Referer", "http://["],
  ];
  return dice.some(all, 0.09).map((make) => make());
}

function mangle(dice: Dice, given: string): string {
  const at = dice.below(given.length + 1);
  return `${given.slice(0, at)}${dice.pick(ODD)}${given.slice(at + dice.below(3))}`;
}

/** What would end a line of the request is encoded: it would be another request. */
function inRequestLine(target: string): string {
  return target.replace(/[\s\0]/g, (sign) => encodeURIComponent(sign)).slice(0, 12_000) || "/";
}

/** The paths of all pages and handlers, with the names of their segments in brackets. */
function ownFolders(): string[] {
  return readdirSync(path.join(root, "app"), { recursive: true, encoding: "utf8" })
    .filter((file) => /(?:^|\/)(?:page\.tsx|route\.tsx?)$/.test(file))
    .map((file) => `/${path.dirname(file).replaceAll("\\", "/")}`.replace(/^\/\.$/, "/"))
    .sort();
}

/** The ids of all server actions, as the build knows them. */
function serverActions(): string[] {
  const manifest = path.join(root, ".next", "server", "server-reference-manifest.json");
  const { node } = JSON.parse(readFileSync(manifest, "utf8")) as { node: Record<string, unknown> };
  return Object.keys(node).sort();
}
