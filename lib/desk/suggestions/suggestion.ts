import { z } from "zod";
import { PAGED_KINDS, type PagedKind } from "@/lib/record/kinds/record-kind";
import { textSchema, webUrlProblem, webUrlSchema } from "@/lib/values/sources/source";

/** Links that one suggestion may name. */
const MOST_SOURCES = 20;

const MISSING_TEXT = {
  what: "Say what happened, or what is wrong.",
  name: "Name who was robbed.",
} as const;

/** Optional text of one field; empty where nothing was said. */
function optionalText(longest: number, label: string) {
  return z
    .string()
    .trim()
    .max(longest, `${label} must have at most ${longest.toLocaleString("en-GB")} characters.`)
    .refine((text) => text === "" || textSchema(1_000_000).safeParse(text).success, {
      error: `${label} must not hold control characters or direction overrides.`,
    });
}

function neededText(longest: number, label: string, missing: string) {
  return optionalText(longest, label).refine((text) => text !== "", { error: missing });
}

/** The links in a text, one a line or set apart by spaces. */
const sourcesSchema = z
  .string()
  .max(20_000, "The sources must have at most 20,000 characters.")
  .transform((text) => [...new Set(text.split(/\s+/).filter((link) => link !== ""))])
  .superRefine((links, context) => {
    const problem = (message: string) => context.addIssue({ code: "custom", message });
    if (links.length === 0)
      problem("Name at least one source: a web address where it can be read.");
    if (links.length > MOST_SOURCES) problem(`Name at most ${MOST_SOURCES} sources.`);
    const wrong = links.find((link) => !webUrlSchema.safeParse(link).success);
    if (wrong === undefined) return;
    if (/^https?:/i.test(wrong))
      problem(`“${shown(wrong)}” cannot be taken: it ${webUrlProblem(wrong) ?? "is too long"}.`);
    else
      problem(
        `“${shown(wrong)}” is no web address. Each begins with https:// or http:// and stands in a line of its own.`,
      );
  });

function shown(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}]+/gu, " ").slice(0, 60);
}

/** What somebody from outside says, as the form sends it and in the order in which it asks. */
const fields = {
  name: optionalText(200, "The name"),
  what: neededText(4000, "The text", MISSING_TEXT.what),
  when: optionalText(100, "The day"),
  loss: optionalText(100, "The loss"),
  who: optionalText(300, "Who is said to have done it"),
  sources: sourcesSchema,
  email: z
    .string()
    .trim()
    .refine((text) => text === "" || z.email().max(200).safeParse(text).success, {
      error: "This is no e-mail address. It may stay empty.",
    }),
};

/** A mistake in what the record holds. */
export const correctionSchema = z.object(fields);
/** An incident that the record lacks. */
export const missingSchema = z.object({
  ...fields,
  name: neededText(200, "The name", MISSING_TEXT.name),
});

/** What is stored of a suggestion. */
export type SuggestionContent = z.output<typeof correctionSchema>;

const storedSchema = z.object({
  what: z.string(),
  name: z.string(),
  when: z.string(),
  loss: z.string(),
  who: z.string(),
  sources: z.array(z.string()),
  email: z.string(),
});

const NOTHING: SuggestionContent = {
  what: "",
  name: "",
  when: "",
  loss: "",
  who: "",
  sources: [],
  email: "",
};

/** A stored suggestion's content. */
export function readContent(json: unknown): SuggestionContent {
  const parsed = storedSchema.safeParse(json);
  return parsed.success ? parsed.data : NOTHING;
}

/** What a suggestion is about, by what is in the form's address: `incident:coinex-2023-09`. */
export function readAbout(text: string): { kind: PagedKind; slug: string } | null {
  const [, named, slug] = /^([a-z]+):([a-z0-9-]{1,100})$/.exec(text) ?? [];
  const kind = PAGED_KINDS.find((each) => each === named);
  return kind === undefined || slug === undefined ? null : { kind, slug };
}

/** What to call a suggestion in lists. */
export function suggestionTitle(content: SuggestionContent, about: string | null): string {
  if (about !== null) return `Correction of ${about}`;
  return content.name === "" ? "Missing incident" : `Missing: ${content.name}`;
}

/** What the sender reads of what became of it. */
export interface SuggestionFate {
  state: "waiting" | "declined" | "writing" | "inReview" | "published" | "dropped";
  /** What the desk answered; empty where it did not. */
  answer: string;
  receivedAt: Date;
  answeredAt: Date | null;
  /** Once published. */
  published: { version: number; address: string } | null;
  about: { kind: PagedKind; slug: string; name: string } | null;
  content: SuggestionContent;
}

export const FATE_TEXT: Record<SuggestionFate["state"], string> = {
  waiting: "It waits for an editor to read it.",
  declined: "It was declined.",
  writing: "An editor has accepted it and is writing it.",
  inReview: "It was accepted; the draft made from it is in review.",
  published: "It was accepted and published.",
  dropped: "It was accepted, but the draft made from it was withdrawn.",
};
