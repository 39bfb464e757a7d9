/** As much as tests use of the validator of Data Packages, which has no types of its own. */
declare module "datapackage" {
  interface Resource {
    name: string;
    read(options: { keyed: true; relations?: boolean }): Promise<Record<string, unknown>[]>;
  }
  export const Package: {
    load(
      descriptor: string,
      options: { strict: boolean },
    ): Promise<{
      valid: boolean;
      errors: { message: string }[];
      resources: Resource[];
      getResource(name: string): Resource;
    }>;
  };
}
