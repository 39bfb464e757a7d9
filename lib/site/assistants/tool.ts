// What assistants ask the record by the Model Context Protocol. Many of them read nothing but the text of an answer, so that
// it holds all of it, and its first line can be quoted as it stands.

/** What is answered: all of it in words, and the same as data. */
export interface Answered {
  ok: true;
  text: string;
  data: Record<string, unknown>;
}

/** Why a question cannot be answered, and what is allowed. */
export interface Refused {
  ok: false;
  problem: string;
}

export function refuse(problem: string): Refused {
  return { ok: false, problem };
}

/** Parameters as JSON Schema describes them, by their names. */
export type ToolParameters = Readonly<
  Record<
    string,
    {
      type: "string" | "integer" | "number" | "array";
      description?: string;
      enum?: readonly string[];
      items?: { type: "string" };
    }
  >
>;
