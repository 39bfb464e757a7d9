import type { FileProblem } from "@/lib/desk/imports/import-file";

/** Thrown to end the transaction of an import whose file has problems: it goes back to whoever uploaded it. */
export class ImportError extends Error {
  constructor(readonly problems: readonly FileProblem[]) {
    super(problems[0]?.message ?? "refused");
    this.name = "ImportError";
  }
}

/** Thrown to end the transaction of an import whose person may not do it any more. */
export class RightLost extends Error {
  constructor(
    /** Why it was not done, in words. */
    readonly reason: string,
  ) {
    super(reason);
    this.name = "RightLost";
  }
}

/** A problem of the whole file. */
export function ofFile(message: string): FileProblem {
  return { record: null, line: null, name: "", field: "", message };
}

/** A problem of one record. */
export function ofRecord(
  record: { number: number; line: number | null; name: string } | undefined,
  field: string,
  message: string,
): FileProblem {
  const { number = null, line = null, name = "" } = record ?? {};
  return { record: number, line, name, field, message };
}
