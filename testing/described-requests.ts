import Ajv from "ajv/dist/2020";
import fc from "fast-check";

// Requests made from the description of the interface below /api/v1, and whether what is answered contradicts it.

const ROOT = "/api/v1";

interface Parameter {
  name: string;
  in: "path" | "query";
  required: boolean;
  description: string;
  schema: {
    type?: string;
    description?: string;
    enum?: string[];
    minimum?: number;
    maximum?: number;
  };
}

interface Described {
  parameters: Parameter[];
  responses: Record<
    string,
    { headers?: Record<string, { required?: boolean }>; content?: Record<string, unknown> }
  >;
}

/** What is asked by one path: by GET, or by what is sent there. */
type Paths = Record<string, { get: Described; post?: undefined } | { get?: undefined; post: Sent }>;

interface Sent extends Described {
  requestBody: { content: { "application/json": { example: object } } };
}

export interface Description {
  paths: Paths;
  components: { schemas: Record<string, object> };
}

/** A request that the description allows, or nearly. */
export interface DescribedRequest {
  /** As the description has it. */
  path: string;
  url: string;
  headers: Record<string, string>;
  /** What is sent by POST; null where it is asked for by GET. */
  body: string | null;
}

/** Hits on somebody's mind: empty, of another kind, out of range, not text. */
const odd = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.constantFrom(
    ...["", "0", "-1", "1e9", "null", "2023-13-01", "a,b", "-", "%", "\u0000", "' OR 1=1"],
    ...["99999999999999999999", "[object Object]", "x".repeat(3_000)],
  ),
);

/** A value that a parameter may well have: by its schema, and by what its description has for an example. */
function likely({ schema, description }: Parameter): fc.Arbitrary<string> {
  const { type, enum: values, minimum = 0, maximum = 10 } = schema;
  if (values !== undefined) return fc.constantFrom(...values);
  if (type === "integer")
    return fc.oneof(
      fc.constant(String(Math.max(1, minimum))),
      fc.integer({ min: minimum, max: Math.min(maximum, 200) }).map(String),
    );
  if (schema.description !== undefined)
    return fc
      .subarray(schema.description.split(","), { minLength: 1, maxLength: 6 })
      .map((names) => names.join(","));
  if (description.includes("YYYY-MM-DD"))
    return fc
      .tuple(fc.integer({ min: 2011, max: 2026 }), fc.constantFrom("01-01", "06-30", "12-31"))
      .map(([year, day]) => `${year}-${day}`);
  const examples = [...description.matchAll(/(?:such as|one of|or) ([^;:]+)/g)].flatMap(
    ([, some]) => (some ?? "").split(/, | or /),
  );
  return fc.constantFrom(...examples, "1");
}

const header = (...values: string[]) => fc.option(fc.constantFrom(...values), { nil: undefined });

const headers = fc
  .record({
    accept: fc.oneof(
      { weight: 4, arbitrary: fc.constant(undefined) },
      {
        weight: 1,
        arbitrary: header(
          ...["application/json", "text/csv", "*/*", "image/*", "text/csv;q=0.5, */*;q=0.1"],
        ),
      },
    ),
    "if-none-match": header("*", '"x"'),
    range: header("bytes=0-9", "bytes=-5", "bytes=999999999-", "bytes=9-1"),
    // Each seldom, so that most answers are whole.
    seldom: fc.integer({ min: 0, max: 9 }),
  })
  .map(({ accept, seldom, ...others }) => {
    const name = (["if-none-match", "range"] as const)[seldom];
    const value = name === undefined ? undefined : others[name];
    return {
      ...(accept === undefined ? {} : { accept }),
      ...(name === undefined || value === undefined ? {} : { [name]: value }),
    };
  });

/** What has to be given, and few others mostly: of many that have nothing to do with each other some contradict. */
function someOf(parameters: readonly Parameter[]): fc.Arbitrary<Parameter[]> {
  const ofQuery = parameters.filter((each) => each.in === "query");
  const needed = ofQuery.filter(({ required }) => required);
  const others = ofQuery.filter(({ required }) => !required);
  return fc
    .oneof(
      { weight: 9, arbitrary: fc.subarray(others, { maxLength: Math.min(3, others.length) }) },
      { weight: 1, arbitrary: fc.subarray(ofQuery) },
    )
    .map((some) => [...new Set([...needed, ...some])]);
}

/** What may be sent to be looked up, or nearly. */
const bodies = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .array(
        fc.oneof(
          odd,
          fc.constantFrom(
            ...["Lazarus Group", "CoinEx", "https://example.org/", "0x5aae…eaed", "\ud800"],
            "0x098B716B8Aaf21512996dC57EB0615e2383E2f96",
          ),
          fc.stringMatching(/^0x[0-9a-f]{40}$/),
          fc.stringMatching(/^0x[0-9a-f]{64}$/),
        ),
        { minLength: 1, maxLength: 20 },
      )
      .map((entries) => JSON.stringify({ entries })),
  },
  { weight: 2, arbitrary: fc.json() },
  { weight: 1, arbitrary: odd },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...['{"entries": []}', '{"entries": [1, null]}', '{"entries": ["a"], "limit": 1}'],
      JSON.stringify({ entries: Array(1_001).fill("a") }),
      JSON.stringify({ entries: ["x".repeat(1_100_000)] }),
    ),
  },
);
const sentAs = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom("application/json", "application/json; charset=utf-8") },
  { weight: 1, arbitrary: fc.constantFrom("text/plain", "application/x-www-form-urlencoded") },
);

/** A digest's beginning, in either kind of letters, and what is none. */
const prefixes = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[0-9a-fA-F]{6}$/) },
  fc.constantFrom("abcde", "abcdefg", "0x1234", "zzzzzz", "a b", "%"),
);

/** Requests over all paths of a description. */
export function describedRequests({ paths }: Description): fc.Arbitrary<DescribedRequest> {
  return fc.constantFrom(...Object.entries(paths)).chain(([path, { get, post }]) =>
    fc
      .record({
        prefix: prefixes,
        body: post === undefined ? fc.constant(null) : bodies,
        type: sentAs,
        id: fc.oneof(
          fc.integer({ min: 0, max: 3_000 }).map(String),
          fc.constantFrom("coinex-2023-09", "lazarus-group", "1", "2"),
          // Dots lead to other paths, and so does an ending.
          odd.filter((text) => !/^(?:\.{0,2}|.*\.[a-z]+)$/s.test(text) && !/\p{Cs}/u.test(text)),
        ),
        given: someOf((get ?? post).parameters).chain((some) =>
          fc.tuple(
            ...some.map((each) =>
              fc
                .oneof({ weight: 9, arbitrary: likely(each) }, { weight: 1, arbitrary: odd })
                .map((value): [string, string] => [each.name, value]),
            ),
          ),
        ),
        unknown: fc.oneof(
          { weight: 19, arbitrary: fc.constant(undefined) },
          { weight: 1, arbitrary: fc.tuple(odd, odd) },
        ),
        headers,
      })
      .map(({ id, prefix, body, type, given, unknown, headers }) => {
        const pairs = unknown === undefined ? given : [...given, unknown];
        const query = String(new URLSearchParams(pairs.map(([...pair]) => pair)));
        const own = path
          .replace("{id}", encodeURIComponent(id))
          .replace("{prefix}", encodeURIComponent(prefix));
        const url = `${ROOT}${own}${query === "" ? "" : `?${query}`}`;
        const { accept } = headers;
        const ofSent = { ...(accept === undefined ? {} : { accept }), "content-type": type };
        return { path, url, headers: body === null ? headers : ofSent, body };
      }),
  );
}

/** Of lines so many are held against their schema. */
const LINES = 20;

/** Holds answers against a description: what contradicts it, in sentences. */
export function contradictionsOf(
  description: Description,
): (path: string, answer: Response) => Promise<string[]> {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addSchema(description, "api");
  const escaped = (text: string) =>
    encodeURIComponent(text.replaceAll("~", "~0").replaceAll("/", "~1"));
  const validatorAt = (...pointer: string[]) =>
    ajv.getSchema(`api#/${pointer.map(escaped).join("/")}`);
  return async (path, answer) => {
    const status = String(answer.status);
    const text = await answer.text();
    const { get, post } = description.paths[path] ?? {};
    const described = (get ?? post)?.responses[status];
    if (described === undefined) return [`the status ${status} is not described`];
    const said: string[] = [];
    for (const [name, { required }] of Object.entries(described.headers ?? {}))
      if (required === true && !answer.headers.has(name)) said.push(`no header ${name}`);
    if (described.content === undefined) {
      if (text !== "") said.push(`a body where none is described: ${text.slice(0, 100)}`);
      return said;
    }
    const type = (answer.headers.get("content-type") ?? "").replace(/;.*/, "");
    if (!Object.hasOwn(described.content, type))
      return [...said, `the type ${type} is not described`];
    const isWhole = answer.status !== 206;
    if (!isWhole) return said;
    const check = (value: unknown, ...pointer: string[]) => {
      const validate = validatorAt(...pointer);
      if (validate === undefined) said.push(`no schema at ${pointer.join("/")}`);
      else if (!validate(value)) said.push(ajv.errorsText(validate.errors).slice(0, 500));
    };
    if (type.endsWith("json"))
      check(
        JSON.parse(text),
        ...["paths", path, get === undefined ? "post" : "get", "responses", status],
        ...["content", type, "schema"],
      );
    if (type === "application/jsonl")
      for (const line of text.split("\n", LINES).filter(Boolean))
        check(JSON.parse(line), "components", "schemas", "Change");
    return said;
  };
}

/**
 * Sends what is made from the description that a server has of itself.
 * @param seed the same requests are sent for the same
 * @returns what contradicts it, each with its request, and how often each status came
 */
export async function sendDescribed(
  address: string,
  requests: number,
  seed: number,
): Promise<{ problems: string[]; counts: Record<string, number> }> {
  const description = (await (await fetch(`${address}${ROOT}/openapi.json`)).json()) as Description;
  const contradictions = contradictionsOf(description);
  const [problems, counts]: [string[], Record<string, number>] = [[], {}];
  for (const { path, url, headers, body } of fc.sample(describedRequests(description), {
    numRuns: requests,
    seed,
  })) {
    const sent = body === null ? {} : { method: "POST", body };
    const answer = await fetch(address + url, { ...sent, headers, redirect: "manual" });
    counts[answer.status] = (counts[answer.status] ?? 0) + 1;
    for (const problem of await contradictions(path, answer))
      problems.push(
        `${url.slice(0, 400)} ${JSON.stringify(headers)} ${body?.slice(0, 400) ?? ""}: ${problem}`,
      );
    if (problems.length >= 50) break;
  }
  return { problems, counts };
}
