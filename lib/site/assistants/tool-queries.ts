import type { z } from "zod";
import type { Queryable } from "@/lib/db/client";
import type { Version } from "@/lib/record/versions/version";
import type { Answered, Refused, ToolParameters } from "@/lib/site/assistants/tool";

/** The record as an assistant's question opens it. */
export interface RecordAt {
  db: Queryable;
  /** The version that is asked for; the newest where none is. */
  version: Version;
  /** Where links begin: `https://lossline.example`. */
  origin: string;
}

/** One of the questions that assistants can ask. */
export interface Tool {
  title: string;
  description: string;
  /** Beside `version`, which all but those about other versions take. */
  parameters: ToolParameters;
  required?: readonly string[];
  /** Left out of most: each assistant reads all of these before anything else. */
  output?: z.ZodObject;
  answer(at: RecordAt, given: URLSearchParams): Promise<Answered | Refused>;
}
