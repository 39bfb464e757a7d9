import { z } from "zod";
import { LICENCE_NAME, LICENCE_URL } from "@/lib/site/citations/licence";
import {
  grammarOf,
  MOST_ON_PAGE,
  OWN_PARAMETERS,
  type OwnParameter,
  ownOf,
  USUALLY_ON_PAGE,
} from "@/lib/site/open-data/asked";
import { type DescribedField, describedFields } from "@/lib/site/open-data/field-text";
import { listFiltersOf } from "@/lib/site/open-data/list-filters";
import { LONGEST_BODY } from "@/lib/site/open-data/lookup-request";
import {
  API_FORMATS,
  API_ROOT,
  type ApiFormat,
  ITEMS,
  itemOf,
  OPERATIONS,
  type Operation,
  type OperationName,
} from "@/lib/site/open-data/operations";
import { listOf, oneOf, statsShape } from "@/lib/site/open-data/shapes/answers";
import { lookupAnswerShape } from "@/lib/site/open-data/shapes/lookup";
import { PARAMETERS } from "@/lib/statistics/rules/parameters";

// The description of the interface (OpenAPI 3.1), from the schemas by which answers are made and parameters are read.

type Json = Record<string, unknown>;

/** A parameter as the description has it. */
export interface DescribedParameter {
  name: string;
  in: "path" | "query";
  required: boolean;
  description: string;
  schema: Json;
}

const problemShape = z.object({
  type: z.literal("about:blank"),
  title: z.string(),
  status: z.int(),
  detail: z.string().describe("All of it in sentences."),
  problems: z
    .array(
      z.object({
        parameter: z.string(),
        given: z
          .string()
          .nullable()
          .describe("As it stood in the URL or was sent; null where it is missing."),
        allowed: z.string(),
      }),
    )
    .describe("What of the URL, or of what was sent, is refused, each with what is allowed."),
});

function schemaOf(shape: z.ZodType, io: "input" | "output" = "output"): Json {
  const { $schema, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: "any" });
  return schema;
}

const whole = (minimum: number, maximum: number): Json => ({ type: "integer", minimum, maximum });

const OWN_SCHEMAS: Record<Exclude<OwnParameter, "fields">, Json> = {
  limit: { ...whole(1, MOST_ON_PAGE), default: USUALLY_ON_PAGE },
  cursor: { type: "string", maxLength: 40 },
  from: whole(0, 999_999_999),
  to: whole(1, 999_999_999),
  version: whole(1, 999_999_999),
};

/** The parameters that an operation takes in a form, each with what it may be. */
export function parametersOf(name: OperationName, format: ApiFormat): DescribedParameter[] {
  const operation: Operation = OPERATIONS[name];
  const { path, takes, shape } = operation;
  const own = ownOf(takes, format);
  const item = itemOf(path);
  const query = (parameter: string, description: string, schema: Json, required = false) =>
    ({ name: parameter, in: "query", required, description, schema }) as const;
  return [
    ...(item === null
      ? []
      : [
          {
            name: item,
            in: "path",
            required: true,
            description: ITEMS[item].allowed,
            schema: ITEMS[item].schema,
          } as const,
        ]),
    ...grammarOf(takes).map((parameter) => {
      const { allowed, schema } = PARAMETERS[parameter];
      if (parameter === "interval")
        return query(parameter, "one of month, quarter, year", {
          type: "string",
          enum: ["month", "quarter", "year"],
        });
      const { type: _, ...described } = schemaOf(schema, "input");
      return query(parameter, allowed, { type: "string", ...described });
    }),
    ...Object.entries(listFiltersOf(name)).map(([parameter, { allowed, schema }]) =>
      query(parameter, allowed, schema),
    ),
    ...own.map((parameter) =>
      parameter === "fields"
        ? query(parameter, OWN_PARAMETERS.fields, {
            type: "string",
            description: Object.keys(shape.shape).join(","),
          })
        : query(parameter, OWN_PARAMETERS[parameter], OWN_SCHEMAS[parameter], parameter === "from"),
    ),
    ...(takes.includes("span")
      ? []
      : [query("version", OWN_PARAMETERS.version, OWN_SCHEMAS.version)]),
  ];
}

const PROBLEMS: Record<string, string> = {
  "400": "A parameter is refused; `problems` names it.",
  "404": "There is nothing of that name or version.",
  "405": "Everything here is only read: see the header Allow.",
  "406": "It is not there in a form that Accept takes.",
  "416": "Range begins behind the end.",
  "503": "Too much is asked at once, or the database is away: see Retry-After.",
};

/** Beside these, what can be wrong with what is sent. */
const PROBLEMS_OF_SENT: Record<string, string> = {
  "413": `More than ${LONGEST_BODY.toLocaleString("en-GB")} bytes are sent, or Content-Length does not say how many.`,
  "415": "It is not sent as application/json.",
};

function problemAnswers(problems: Record<string, string>): Json {
  return Object.fromEntries(
    Object.entries(problems).map(([status, description]) => [
      status,
      {
        description,
        headers: status === "503" ? { "Retry-After": said("In how many seconds.") } : ALWAYS,
        content: {
          "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
        },
      },
    ]),
  );
}

const bare = (format: ApiFormat) => API_FORMATS[format].replace(/;.*/, "");

/** The name of the schema of an answer as JSON. */
function answerName({ answers, shapeName }: Operation): string {
  if (answers === "lookup") return "Lookup";
  return answers === "stats"
    ? "Stats"
    : answers === "one"
      ? `${shapeName}Answer`
      : `${shapeName}List`;
}

function answerSchema({ answers, shape }: Operation): Json {
  if (answers === "stats") return schemaOf(statsShape);
  if (answers === "lookup") return schemaOf(lookupAnswerShape);
  return schemaOf(answers === "one" ? oneOf(shape) : listOf(shape));
}

function contentOf(operation: Operation, formats: readonly ApiFormat[]): Json {
  return Object.assign({}, ...formats.map((format) => contentIn(operation, format)));
}

function contentIn(operation: Operation, format: ApiFormat): Json {
  const schema =
    format === "json"
      ? { $ref: `#/components/schemas/${answerName(operation)}` }
      : {
          type: "string",
          description:
            format === "csv"
              ? "A header row, CRLF; what is not known is an empty cell."
              : `Lines of canonical JSON (RFC 8785), each a ${operation.shapeName}.`,
        };
  return { [bare(format)]: { schema } };
}

const ALWAYS: Json = {
  "RateLimit-Policy": {
    required: true,
    schema: { type: "string" },
    description: "No reader has a quota; all together have this many answers at a time.",
  },
};
const CACHE_CONTROL: Json = {
  "Cache-Control": {
    required: true,
    schema: { type: "string" },
    description: "Of an answer that names its version immutable.",
  },
};
const HEADERS: Json = {
  ETag: { schema: { type: "string" }, description: "Not of what is sent as it is made." },
  ...CACHE_CONTROL,
  ...ALWAYS,
};

const said = (description: string) => ({ required: true, description, schema: { type: "string" } });

/** Where something has another slug now, or had another one then. */
const LEADS_ON: Json = {
  description: "It has another slug at this version.",
  headers: { Location: said("The same by its slug at this version."), ...CACHE_CONTROL, ...ALWAYS },
};

/** The ways in which an operation is asked for: one for each form, of which the first needs no ending. */
export function waysOf(name: OperationName): { path: string; format: ApiFormat }[] {
  const { path, formats }: Operation = OPERATIONS[name];
  return formats.map((format, place) => ({
    path: place === 0 && format === "json" ? path : `${path}.${format}`,
    format,
  }));
}

/** What is asked by POST: its answer is made for whoever asks, and kept nowhere. */
function sentOperation(name: OperationName): Json {
  const operation: Operation = OPERATIONS[name];
  const { summary, formats, sent } = operation;
  if (sent === undefined) throw new Error(`nothing is sent to ${name}`);
  const { "416": _, ...problems } = { ...PROBLEMS, ...PROBLEMS_OF_SENT };
  const schema = { $ref: `#/components/schemas/${sent.shapeName}` };
  return {
    operationId: name,
    summary,
    parameters: parametersOf(name, formats[0]),
    requestBody: {
      required: true,
      content: { "application/json": { schema, example: sent.example } },
    },
    responses: {
      "200": {
        description: "What was asked for.",
        headers: { ...CACHE_CONTROL, ...ALWAYS },
        content: contentOf(operation, formats),
      },
      ...problemAnswers(problems),
    },
  };
}

/** The whole description. */
export function apiDescription(): Json {
  const paths: Record<string, Json> = {};
  const schemas: Record<string, Json> = { Problem: schemaOf(problemShape) };
  for (const name of Object.keys(OPERATIONS) as OperationName[]) {
    const operation: Operation = OPERATIONS[name];
    schemas[operation.shapeName] = schemaOf(operation.shape);
    if (operation.formats.includes("json"))
      schemas[answerName(operation)] = answerSchema(operation);
    const { sent } = operation;
    if (sent !== undefined) {
      schemas[sent.shapeName] = schemaOf(sent.shape, "input");
      paths[operation.path] = { post: sentOperation(name) };
      continue;
    }
    for (const { path, format } of waysOf(name)) {
      // Without an ending, Accept chooses.
      const content = contentOf(operation, path === operation.path ? operation.formats : [format]);
      paths[path] = {
        get: {
          operationId: format === operation.formats[0] ? name : `${name}-${format}`,
          summary: operation.summary,
          parameters: parametersOf(name, format),
          responses: {
            "200": {
              description: "What was asked for.",
              headers: HEADERS,
              content,
            },
            "206": {
              description: "The part that Range asks for.",
              headers: { "Content-Range": said("Which part of how much."), ...HEADERS },
              content,
            },
            "304": { description: "The reader has it already.", headers: HEADERS },
            "307": LEADS_ON,
            "308": LEADS_ON,
            ...problemAnswers(PROBLEMS),
          },
        },
      };
    }
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Lossline",
      version: "1",
      description:
        "The record of crypto-asset thefts, read-only and without a key, at its newest version or any other. null is what is not known, which is not zero. Within version 1 fields are only added, at the end.",
      license: { name: LICENCE_NAME, url: LICENCE_URL },
    },
    servers: [{ url: API_ROOT }],
    security: [],
    paths,
    components: { schemas },
  };
}

/** The fields of what an operation answers with, for people. */
export function fieldsOf(name: OperationName): DescribedField[] {
  return describedFields(schemaOf(OPERATIONS[name].shape));
}
