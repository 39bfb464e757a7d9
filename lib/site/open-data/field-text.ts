/** A field of a shape, for people. */
export interface DescribedField {
  name: string;
  type: string;
  description: string;
}

interface Schema {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  description?: string;
}

/** What a schema takes, in a few words: `text or null`, `list of { scheme, value }`. */
function typeText({
  type,
  const: only,
  enum: values,
  anyOf,
  oneOf,
  items,
  properties,
}: Schema): string {
  const several = anyOf ?? oneOf;
  if (several !== undefined) return [...new Set(several.map(typeText))].join(" or ");
  if (only !== undefined) return JSON.stringify(only);
  if (values !== undefined) return values.map((value) => String(value)).join(" | ");
  if (type === "array") return `list of ${typeText(items ?? {})}`;
  if (type === "object")
    return properties === undefined ? "object" : `{ ${Object.keys(properties).join(", ")} }`;
  if (type === "integer") return "whole number";
  return type === "string" ? "text" : (type ?? "any");
}

/** The fields of an object's schema, in its order. */
export function describedFields({ properties = {} }: Schema): DescribedField[] {
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    type: typeText(schema),
    description: schema.description ?? "",
  }));
}
