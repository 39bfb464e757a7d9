import { readFile } from "node:fs/promises";
import path from "node:path";
import { validateXML } from "xmllint-wasm";

/** Any elements and attributes, in any order. */
const ANYTHING = `<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><ref name="any"/></start><define name="any">
<element><anyName/><zeroOrMore><choice><attribute><anyName/></attribute><text/><ref name="any"/></choice></zeroOrMore></element>
</define></grammar>`;

/** Whether libxml2 can read it as XML. */
export async function isWellFormed(xml: string): Promise<boolean> {
  const { valid } = await validateXML({
    xml: [{ fileName: "document.xml", contents: xml }],
    schema: [{ fileName: "anything.rng", contents: ANYTHING }],
    extension: "relaxng",
  });
  return valid;
}

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
