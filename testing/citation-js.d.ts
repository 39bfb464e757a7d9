/** As much as tests use of the reader of citations, which has no types of its own. */
declare module "@citation-js/core" {
  export class Cite {
    constructor(text: string);
    data: Record<string, unknown>[];
  }
}
declare module "@citation-js/plugin-cff";
