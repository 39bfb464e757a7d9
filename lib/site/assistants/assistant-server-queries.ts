import {
  type CallToolResult,
  fromJsonSchema,
  type JsonSchemaType,
  type jsonSchemaValidator,
  McpServer,
} from "@modelcontextprotocol/server";
import { isDatabaseAway } from "@/lib/db/availability";
import type { Queryable } from "@/lib/db/client";
import { log } from "@/lib/log/log";
import type { Version } from "@/lib/record/versions/version";
import { readArguments } from "@/lib/site/assistants/arguments";
import { type Refused, refuse } from "@/lib/site/assistants/tool";
import type { Tool } from "@/lib/site/assistants/tool-queries";
import { TOOLS } from "@/lib/site/assistants/tools-queries";
import { notMade, unreachable } from "@/lib/site/requests/request-problem";

/** The record as a request of an assistant finds it. */
interface OpenRecord {
  db: Queryable;
  newest: Version;
  /** A version by its number; null where there is none. */
  versionOf(number: number): Promise<Version | null>;
  /** Where links begin. */
  origin: string;
}

const INSTRUCTIONS =
  "Lossline is a public record of crypto-asset thefts. Quote the first line of an answer: it names the figure, the rule, the version and the permanent address. Unknown is not zero. Attributions are other people's statements.";

/** Assistants read what is allowed in words of ours, which say more than a schema's. */
const EVERYTHING: jsonSchemaValidator = {
  getValidator: () => (data) => ({ valid: true, data: data as never, errorMessage: undefined }),
};

/**
 * The record for one request of an assistant, by the Model Context Protocol; nothing is kept between two.
 * @param open opens it; throws where the database is away
 */
export function assistantServer(open: () => Promise<OpenRecord | null>): McpServer {
  const server = new McpServer(
    { name: "lossline", title: "Lossline", version: "1" },
    // The tools stay as they are for as long as the server runs.
    { instructions: INSTRUCTIONS, capabilities: { tools: { listChanged: false } } },
  );
  for (const [name, tool] of Object.entries(TOOLS))
    server.registerTool(
      name,
      {
        title: tool.title,
        description: tool.description,
        inputSchema: fromJsonSchema(inputOf(name, tool), EVERYTHING),
        ...(tool.output === undefined ? {} : { outputSchema: tool.output }),
        annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
      },
      async (given) => {
        try {
          return await answer(name, tool, given, open);
        } catch (error) {
          // Left to the protocol's server, the words of what failed inside would be the answer, and nothing in the log.
          log().error(error, `An assistant's ${name} could not be answered`);
          const { title, missing } = isDatabaseAway() ? unreachable() : notMade();
          return failed(refuse(`${title}. ${missing}`));
        }
      },
    );
  return server;
}

/** Of what is between two versions, the later one is `to`. */
const versionName = (name: string) => (name === "what_changed" ? "to" : "version");

function inputOf(name: string, { parameters, required }: Tool): JsonSchemaType {
  const isPinned = name === "verify_citation";
  return {
    type: "object",
    properties: {
      ...parameters,
      ...(isPinned || versionName(name) in parameters
        ? {}
        : { version: { type: "integer", description: "Newest if left out" } }),
    },
    ...(required === undefined ? {} : { required: [...required] }),
  } as JsonSchemaType;
}

async function answer(
  name: string,
  tool: Tool,
  given: unknown,
  open: () => Promise<OpenRecord | null>,
): Promise<CallToolResult> {
  const names = [...new Set([...Object.keys(tool.parameters), "version"])];
  const read = readArguments(
    given,
    names.filter((each) => each !== "version" || name !== "verify_citation"),
  );
  if (!read.ok) return failed(read);
  const missing = tool.required?.find((each) => !read.query.has(each));
  if (missing !== undefined)
    return failed(refuse(`${missing} is missing. Allowed are ${names.join(", ")}.`));
  const record = await open();
  if (record === null)
    return failed(refuse("The record is empty: nothing has been published yet."));
  const { db, newest, origin, versionOf } = record;
  const asked = read.query.get(versionName(name));
  const version =
    asked === null ? newest : /^[1-9]\d{0,8}$/.test(asked) ? await versionOf(Number(asked)) : null;
  if (version === null)
    return failed(
      refuse(
        `${versionName(name)}=${asked}: allowed is a version of the record, 1 to ${newest.number}.`,
      ),
    );
  if (name !== "what_changed") read.query.delete("version");
  const answered = await tool.answer({ db, version, origin }, read.query);
  if (!answered.ok) return failed(answered);
  return {
    content: [{ type: "text", text: answered.text }],
    structuredContent: answered.data,
  };
}

function failed({ problem }: Refused): CallToolResult {
  return { isError: true, content: [{ type: "text", text: problem }] };
}
