import { readFile } from "node:fs/promises";
import path from "node:path";
import { validateXML } from "xmllint-wasm";

/**
 * What libxml2 finds wrong with a document by a grammar of `testing/schemas/`; empty where nothing is.
 * @param name of the grammar, without its ending
 */
export async function problemsBySchema(name: "atom" | "sitemap", xml: string): Promise<string[]> {
  const schema = await readFile(path.resolve("testing/schemas", `${name}.rng`), "utf8");
  const { valid, errors } = await validateXML({
    xml: [{ fileName: "document.xml", contents: xml }],
    schema: [{ fileName: `${name}.rng`, contents: schema }],
    extension: "relaxng",
    initialMemoryPages: 1024,
    maxMemoryPages: 4096,
  });
  return valid ? [] : errors.map(({ rawMessage }) => rawMessage);
}
