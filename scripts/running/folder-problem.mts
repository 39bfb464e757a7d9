/** Why a folder cannot be written to, by the system's codes. */
const REASONS: Readonly<Record<string, string>> = {
  EROFS: "it is read-only",
  EACCES: "this user may not write there",
  EPERM: "this user may not write there",
  ENOSPC: "its disk is full",
  EDQUOT: "this user may take no more room there",
  ENOTDIR: "a part of its path is a file",
};

/**
 * A line about the data folder that says what to do, where an error is that it cannot be written to; null for any other.
 */
export function folderProblem(folder: string, error: unknown): string | null {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const reason = REASONS[code];
  return reason === undefined
    ? null
    : `The data folder ${folder} cannot be written to: ${reason}. Mend that, or name another one: LOSSLINE_DATA=other-folder npm start`;
}
