/** As much as tests use of the processor of JSON-LD, which has no types of its own. */
declare module "jsonld" {
  /** What is left of a node once nothing in it depends on a context: each property by its whole name. */
  export interface ExpandedNode {
    "@id"?: string;
    "@type"?: string[];
    "@value"?: unknown;
    [property: string]: unknown;
  }
  interface Options {
    base: string;
    /** Throws where anything would be dropped that no context gives a meaning. */
    safe: true;
    documentLoader(url: string): Promise<never>;
  }
  const jsonld: {
    expand(document: object, options: Options): Promise<ExpandedNode[]>;
    toRDF(document: object, options: Options & { format: "application/n-quads" }): Promise<string>;
  };
  export default jsonld;
}
