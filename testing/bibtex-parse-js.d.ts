declare module "@orcid/bibtex-parse-js" {
  /** @throws where the text is no BibTeX */
  export function toJSON(text: string): {
    citationKey: string;
    entryType: string;
    entryTags: Record<string, string>;
  }[];
}
