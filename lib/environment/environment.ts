import { z } from "zod";
import { readSigningKey } from "@/lib/environment/read-signing-key";
import { shownAddress } from "@/lib/environment/shown-address";
import { nearestName } from "@/lib/values/taxonomy/nearest-name";

/** Fewer characters than this could be guessed. */
export const SECRET_LENGTH = 32;
/** Prefix of every setting that is Lossline's own. */
const OWN = "LOSSLINE_";

/** A whole number from `least` to `most`; `also` names values beside them. */
const wholeNumber = (least: number, most: number, also: readonly number[] = []) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((number) => (number >= least && number <= most) || also.includes(number));

const postgresAddress = z
  .string()
  // pg takes a user without a host, for a socket that the query names; a URL otherwise must not have one.
  .refine((text) => URL.canParse(text.replace("@/", "@localhost/")))
  .refine((text) => /^postgres(ql)?:\/\//i.test(text));

/**
 * Every setting there is, as the environment gives it: its meaning in the comment, what is allowed in `meta`.
 * An empty one counts as not given. The same list is in .env.example and in the README; a test compares them.
 */
const environmentSchema = z.object({
  /** The port to serve on. */
  PORT: wholeNumber(1, 65_535).default(3000).meta({ allowed: "a port, from 1 to 65535" }),
  /** The network interface to serve on; not given: see `servedHost`. */
  HOST: z
    .union([z.ipv4(), z.ipv6(), z.string().regex(/^[a-z\d]([a-z\d.-]{0,251}[a-z\d])?$/i)])
    .optional()
    .meta({ allowed: "a host name or an IP address, without a port, such as 127.0.0.1" }),
  /** The PostgreSQL server to keep the record on; not given: the embedded database. */
  DATABASE_URL: postgresAddress.optional().meta({
    allowed:
      "an address such as postgresql://user:password@host:5432/database, with %-codes for signs in the password",
    shown: shownAddress,
  }),
  /** A hot standby of that server, from which the record is read; not given: DATABASE_URL. */
  DATABASE_READ_URL: postgresAddress.optional().meta({
    allowed: "an address like that of DATABASE_URL, and only beside it",
    shown: shownAddress,
  }),
  /** The folder of the embedded database and of the generated secret, relative to the project. */
  LOSSLINE_DATA: z
    .string()
    .refine((text) => !text.includes("\0"))
    .default(".data")
    .meta({ allowed: "a folder" }),
  /**
   * The public address of the record, as its origin; it is printed into citations, embeds, chart files and links.
   * Not given: these name only the path.
   */
  LOSSLINE_URL: z
    .string()
    .refine(isSite)
    .transform((text) => new URL(text).origin)
    .optional()
    .meta({
      allowed: "http:// or https:// and a host, without a path, such as https://lossline.example",
      shown: shownAddress,
    }),
  /** Signs sessions and seals second factors. Not given: `npm start` keeps one in the data folder. */
  LOSSLINE_SECRET: z
    .string()
    .min(SECRET_LENGTH)
    .optional()
    .meta({
      allowed: `${SECRET_LENGTH} characters or more, such as from: openssl rand -hex 32`,
      shown: () => null,
    }),
  /** Signs the checkpoints of the transparency log, and dumps. Not given: nothing is signed. */
  LOSSLINE_SIGNING_KEY: z
    .string()
    .refine((text) => readSigningKey(text) !== null)
    .optional()
    .meta({
      allowed:
        "a private key of Ed25519 in PEM (PKCS #8), or the path of a file that holds one, such as from: openssl genpkey -algorithm ed25519",
      shown: () => null,
    }),
  /** The folder of the dumps, relative to the project. Not given: `dumps` in the data folder. */
  LOSSLINE_DUMPS: z
    .string()
    .refine((text) => !text.includes("\0"))
    .optional()
    .meta({ allowed: "a folder" }),
  /** The mail server by which people at the desk are told what concerns them, if they choose so. Not given: nobody is sent mail. */
  LOSSLINE_SMTP_URL: z
    .string()
    .refine((text) => /^smtps?:\/\/[^/]/i.test(text) && URL.canParse(text))
    .refine((text) => !URL.canParse(text) || /^\/?$/.test(new URL(text).pathname))
    .optional()
    .meta({
      allowed:
        "an address such as smtps://user:password@mail.example:465 or smtp://mail.example:587, with %-codes for signs in the password",
      shown: shownAddress,
    }),
  /** From whom its messages are. */
  LOSSLINE_SMTP_FROM: z
    .string()
    .regex(/^(?:[^<>\r\n"]{1,100} <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/)
    .optional()
    .meta({
      allowed:
        "an e-mail address, such as desk@lossline.example or Lossline <desk@lossline.example>",
    }),
  /** To whom a weakness of this server is reported, for security.txt. Not given: there is none. */
  LOSSLINE_SECURITY_CONTACT: z
    .string()
    .regex(/^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/[^\s/]\S*|tel:\+?[\d-]+)$/)
    .optional()
    .meta({
      allowed: "an address with its scheme, such as mailto:security@lossline.example or https://…",
    }),
  /** Of whom the desk demands a second factor: until they have one, they can do nothing else there. */
  LOSSLINE_REQUIRE_SECOND_FACTOR: z
    .enum(["nobody", "admins", "editors", "everyone"])
    .default("nobody")
    .meta({ allowed: "nobody, admins, editors (and admins), or everyone" }),
  /** After how many hours without a click or a save somebody at the desk is signed out. */
  LOSSLINE_IDLE_HOURS: wholeNumber(1, 720)
    .default(12)
    .meta({ allowed: "a whole number of hours, from 1 to 720" }),
  /** Whether a reverse proxy is in front, whose X-Forwarded-For is then believed. */
  LOSSLINE_TRUST_PROXY: z
    .enum(["0", "1"])
    .transform((text) => text === "1")
    .default(false)
    .meta({ allowed: "1 where a reverse proxy stands in front, else 0" }),
  /** Where metrics are answered for Prometheus; not given: nowhere. */
  LOSSLINE_METRICS: z
    .string()
    .regex(/^(?:\[[\da-f:.]+\]|[a-z\d](?:[a-z\d.-]{0,251}[a-z\d])?):\d{1,5}$/i)
    .refine((text) => isPort(text.slice(text.lastIndexOf(":") + 1)))
    .optional()
    .meta({ allowed: "an interface and a port, such as 127.0.0.1:9464 or [::1]:9464" }),
  /** The folder of the log files. Not given: `.lossline/logs`, and the lines go to standard error as well. */
  LOSSLINE_LOG: z
    .string()
    .refine((text) => !text.includes("\0"))
    .optional()
    .meta({ allowed: "a folder, which no other program writes to" }),
  /** How log lines look on standard error; not given: `text` on a terminal, else `json`. */
  LOSSLINE_LOG_FORMAT: z.enum(["json", "text"]).optional().meta({ allowed: "json or text" }),
  /** Whether each request has a line in the log. */
  LOSSLINE_ACCESS_LOG: z
    .enum(["0", "1"])
    .transform((text) => text === "1")
    .default(false)
    .meta({ allowed: "1 for a line a request, else 0" }),
  /** For how many seconds a process that is to stop says so at /readyz before it takes no more connections. */
  LOSSLINE_DRAIN_SECONDS: wholeNumber(0, 300)
    .default(0)
    .meta({ allowed: "a whole number of seconds, from 0 to 300" }),
  /**
   * How many megabytes of rendered pages are kept in memory. The bound holds several of the largest pages: one that
   * does not fit is served without its scripts. 0 keeps none, to measure what rendering costs.
   */
  LOSSLINE_PAGE_CACHE_MB: wholeNumber(16, 1_048_576, [0])
    .default(128)
    .meta({ allowed: "a whole number of megabytes, from 16 to 1048576, or 0 to keep nothing" }),
  /** How many megabytes of answers are kept as they were sent, to be sent again before anything else is done. */
  LOSSLINE_ANSWER_CACHE_MB: wholeNumber(1, 1_048_576, [0])
    .default(64)
    .meta({ allowed: "a whole number of megabytes, from 1 to 1048576, or 0 to keep nothing" }),
  /** How many megabytes of chart files are kept in memory. */
  LOSSLINE_FILE_CACHE_MB: wholeNumber(1, 1_048_576)
    .default(64)
    .meta({ allowed: "a whole number of megabytes, from 1 to 1048576" }),
  /** The server that the command line asks; a server itself has no use for it. */
  LOSSLINE_SERVER: z.string().optional().meta({ allowed: "the URL of a server of Lossline" }),
  /** The browser that `npm test` drives; not given: Playwright's own, or the system's. */
  LOSSLINE_CHROMIUM: z.string().optional().meta({ allowed: "the path of a Chromium" }),
  /** A PostgreSQL server that tests make databases of their own on; not given: embedded ones. */
  LOSSLINE_TEST_DATABASE_URL: postgresAddress.optional().meta({
    allowed: "an address such as postgresql://user:password@host:5432/postgres",
    shown: shownAddress,
  }),
});

/** The settings of a process. */
export type Environment = z.output<typeof environmentSchema>;
export type SettingName = keyof Environment;

/** The environment as a process is given it. */
export type GivenEnvironment = Readonly<Record<string, string | undefined>>;

/** Settings are wrong; the message names each on a line of its own, with what is allowed. */
export class EnvironmentError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join("\n"));
    this.name = "EnvironmentError";
  }
}

/** @throws {EnvironmentError} with everything that is wrong; it never holds a secret or a password */
export function parseEnvironment(given: GivenEnvironment): Environment {
  const known = Object.fromEntries(
    SETTING_NAMES.map((name) => [name, given[name] === "" ? undefined : given[name]]),
  );
  const parsed = environmentSchema.safeParse(known);
  const wrong = new Set(parsed.error?.issues.map(({ path }) => path[0]));
  const problems = [
    ...SETTING_NAMES.filter((name) => wrong.has(name)).map((name) => problemOf(name, known[name])),
    ...(known.DATABASE_READ_URL !== undefined && known.DATABASE_URL === undefined
      ? ["DATABASE_READ_URL names a standby, and DATABASE_URL no server that it could be one of"]
      : []),
    ...(known.LOSSLINE_SMTP_URL === undefined
      ? []
      : (["LOSSLINE_SMTP_FROM", "LOSSLINE_URL"] as const)
          .filter((name) => known[name] === undefined)
          .map((name) => `LOSSLINE_SMTP_URL needs ${name} beside it: ${MAIL_NEEDS[name]}`)),
    ...unknownNames(given),
  ];
  if (!parsed.success || problems.length > 0) throw new EnvironmentError(problems);
  return parsed.data;
}

/** What messages need beside a mail server. */
const MAIL_NEEDS = {
  LOSSLINE_SMTP_FROM: "from whom messages are",
  LOSSLINE_URL: "where the links in messages begin",
};

export const SETTING_NAMES = Object.keys(environmentSchema.shape) as SettingName[];

/** What a setting may be, in words, and what it is where it is not given; null where it is then nothing. */
export function settingText(name: SettingName): { allowed: string; default: string | null } {
  const value = environmentSchema.parse({})[name];
  const text = typeof value === "boolean" ? String(Number(value)) : String(value);
  return { allowed: metaOf(name).allowed, default: value === undefined ? null : text };
}

const metaSchema = z.object({
  allowed: z.string(),
  shown: z.custom<(given: string) => string | null>().optional(),
});

function metaOf(name: SettingName): z.output<typeof metaSchema> {
  return metaSchema.parse(environmentSchema.shape[name].meta());
}

function problemOf(name: SettingName, given = ""): string {
  const { allowed, shown = (text: string) => text } = metaOf(name);
  const value = shown(given);
  const said =
    value === null ? "has a value that is not shown here" : `is ${JSON.stringify(value)}`;
  return `${name} ${said}; allowed: ${allowed}`;
}

/** Misspelt settings would otherwise be ignored without a word. */
function unknownNames(given: GivenEnvironment): string[] {
  const own = SETTING_NAMES.filter((name) => name.startsWith(OWN));
  const bare = own.map((name) => ({ value: name.slice(OWN.length), label: name }));
  return Object.keys(given)
    .filter((name) => name.startsWith(OWN) && !own.some((known) => known === name))
    .sort()
    .map((name) => {
      const nearest = nearestName(bare, name.slice(OWN.length));
      const hint = nearest === null ? `known are ${own.join(", ")}` : `did you mean ${nearest}?`;
      return `${name} is not a setting; ${hint}`;
    });
}

/**
 * The network interface to serve on: HOST; without it every one (undefined), or where a proxy is trusted that of this
 * machine alone, since whoever reaches the program past the proxy could claim to be anybody.
 */
export function servedHost({
  HOST,
  LOSSLINE_TRUST_PROXY: isProxied,
}: Pick<Environment, "HOST" | "LOSSLINE_TRUST_PROXY">): string | undefined {
  return HOST ?? (isProxied ? "127.0.0.1" : undefined);
}

function isPort(text: string): boolean {
  return Number(text) >= 1 && Number(text) <= 65_535;
}

/** Whether a text is the address of a site and of nothing within it. */
function isSite(text: string): boolean {
  if (!/^https?:\/\/[^/]/i.test(text) || /[?#\s\\]/.test(text) || !URL.canParse(text)) return false;
  const { pathname, username, password } = new URL(text);
  return pathname === "/" && username === "" && password === "";
}
