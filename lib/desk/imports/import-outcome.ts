/** What became of a file's records. */
export interface Outcome {
  /** The version that published them; null where drafts were made. */
  version: number | null;
  drafts: number;
  added: number;
  revised: number;
  unchanged: number;
}
