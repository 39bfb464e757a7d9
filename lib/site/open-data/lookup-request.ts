import { z } from "zod";
import type { ParameterProblem, Read } from "@/lib/statistics/rules/parameters";
import { LONGEST_ENTRY, LONGEST_LOOKUP, MOST_LOOKED_UP } from "@/lib/statistics/search/lookup";

/** Bytes that may be sent to be looked up. */
export const LONGEST_BODY = LONGEST_LOOKUP;

/** What is sent to be looked up. */
export const lookupRequestShape = z.strictObject({
  entries: z
    .array(z.string().max(LONGEST_ENTRY))
    .min(1)
    .max(MOST_LOOKED_UP)
    .describe("Addresses, transactions, names and links, in any order."),
});

const most = MOST_LOOKED_UP.toLocaleString("en-GB");
const longest = LONGEST_ENTRY.toLocaleString("en-GB");
const ALLOWED = {
  body: 'JSON such as {"entries": ["Lazarus Group", "0x…"]}',
  entries: `a list of 1 to ${most} texts`,
  entry: `a text of at most ${longest} characters`,
  others: "left out: only entries are sent, and the version is a parameter of the URL",
};
/** Further problems of the same kind say nothing new. */
const MOST_PROBLEMS = 20;
/** As much of what was given as its refusal repeats. */
const REPEATED = 80;

/** Reads what is sent to be looked up; what is wrong is refused by its name, and nothing of the rest is looked up. */
export function readLookupRequest(text: string): Read<readonly string[]> {
  const refused = (...problems: ParameterProblem[]) => ({ ok: false, problems }) as const;
  const wrong = (parameter: string, given: unknown, allowed: string): ParameterProblem => ({
    parameter,
    given:
      given === undefined ? null : cut(typeof given === "string" ? given : JSON.stringify(given)),
    allowed,
  });
  const sent = parsed(text);
  if (typeof sent !== "object" || sent === null || Array.isArray(sent))
    return refused(wrong("body", text === "" ? undefined : text, ALLOWED.body));
  const { entries, ...others } = sent as Record<string, unknown>;
  const problems = Object.entries(others).map(([name, value]) =>
    wrong(cut(name), value, ALLOWED.others),
  );
  if (!Array.isArray(entries)) problems.push(wrong("entries", entries, ALLOWED.entries));
  else if (entries.length === 0 || entries.length > MOST_LOOKED_UP)
    problems.push(
      wrong("entries", `${entries.length.toLocaleString("en-GB")} of them`, ALLOWED.entries),
    );
  else
    for (const [place, entry] of entries.entries())
      if (typeof entry !== "string" || entry.length > LONGEST_ENTRY)
        problems.push(wrong(`entries[${place}]`, entry, ALLOWED.entry));
  if (problems.length > 0) return refused(...problems.slice(0, MOST_PROBLEMS));
  const read = lookupRequestShape.safeParse(sent);
  return read.success
    ? { ok: true, value: read.data.entries }
    : refused(wrong("body", text, ALLOWED.body));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function cut(given: string): string {
  return given.length > REPEATED ? `${given.slice(0, REPEATED)}…` : given;
}
