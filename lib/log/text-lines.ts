import { z } from "zod";

const lineSchema = z.object({
  time: z.string(),
  level: z.string(),
  message: z.string().default(""),
  request: z.string().optional(),
  error: z
    .object({ type: z.string(), message: z.string(), stack: z.array(z.string()).default([]) })
    .optional(),
});

/** A line of the log as people read it at a terminal: the time (UTC), how grave it is, what happened, and where. */
export function asText(line: string): string {
  const { time, level, message, request, error, ...others } = lineSchema
    .loose()
    .parse(JSON.parse(line));
  const facts = Object.entries(others).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  const first = [
    time.slice(11, 23),
    level.padEnd(5),
    [message, error && `${error.type}: ${error.message}`].filter(Boolean).join(" – "),
    ...facts,
    ...(request === undefined ? [] : [`[${request}]`]),
  ].join(" ");
  return [first, ...(error?.stack ?? []).map((call) => `    ${call}`), ""].join("\n");
}
