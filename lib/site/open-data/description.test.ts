import { readFileSync } from "node:fs";
import path from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, test } from "vitest";
import { csvColumns } from "@/lib/site/open-data/csv-columns";
import { apiDescription, fieldsOf } from "@/lib/site/open-data/description";
import { OPERATIONS, type Operation, type OperationName } from "@/lib/site/open-data/operations";

const NAMES = Object.keys(OPERATIONS) as OperationName[];

const FILE = path.join(import.meta.dirname, "released-shapes.txt");
type Shapes = Record<string, { fields: string[]; columns: string[] }>;

/** What others rely on: each operation's fields and columns, in their order. `-u` adds what is new; it is read like code. */
const RELEASED = readShapes(readFileSync(FILE, "utf8"));

function readShapes(text: string): Shapes {
  const shapes: Shapes = {};
  for (const line of text.trim().split("\n")) {
    const [name = "", what, path = ""] = line.split(" ");
    shapes[name] ??= { fields: [], columns: [] };
    shapes[name][what === "field" ? "fields" : "columns"].push(path);
  }
  return shapes;
}

function writeShapes(shapes: Shapes): string {
  const lines = Object.entries(shapes).flatMap(([name, { fields, columns }]) => [
    ...fields.map((field) => `${name} field ${field}`),
    ...columns.map((column) => `${name} column ${column}`),
  ]);
  return `${lines.join("\n")}\n`;
}

function pathsIn(schema: unknown, above = ""): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const { properties, items, anyOf, oneOf } = schema as Record<string, never>;
  return [
    ...Object.entries(properties ?? {}).flatMap(([name, member]) => [
      `${above}${name}`,
      ...pathsIn(member, `${above}${name}.`),
    ]),
    ...pathsIn(items, above),
    ...[...(anyOf ?? []), ...(oneOf ?? [])].flatMap((each) => pathsIn(each, above)),
  ];
}

/** The paths of the members of each object in a schema, in their order. */
function objectsIn(schema: unknown, above = ""): string[][] {
  if (typeof schema !== "object" || schema === null) return [];
  const { properties = {}, items, anyOf, oneOf } = schema as Record<string, never>;
  return [
    Object.keys(properties).map((name) => `${above}${name}`),
    ...Object.entries(properties).flatMap(([name, member]) =>
      objectsIn(member, `${above}${name}.`),
    ),
    ...objectsIn(items, above),
    ...[...(anyOf ?? []), ...(oneOf ?? [])].flatMap((each) => objectsIn(each, above)),
  ];
}

function schemaOf(name: OperationName): object | undefined {
  const { schemas } = (apiDescription() as { components: { schemas: Record<string, object> } })
    .components;
  return schemas[OPERATIONS[name].shapeName];
}

function shapesNow(): Shapes {
  return Object.fromEntries(
    NAMES.map((name) => {
      const operation: Operation = OPERATIONS[name];
      const fields = [...new Set(pathsIn(schemaOf(name)))];
      return [
        name,
        { fields, columns: csvColumns(operation.shape, null).map((each) => each.name) },
      ];
    }),
  );
}

test("the description is one by OpenAPI's own schema", async () => {
  const { valid, errors } = await new Validator().validate(apiDescription());
  expect(errors ?? []).toEqual([]);
  expect(valid).toBe(true);
});

test("since the last release fields and columns have only been added, at the end", () => {
  const now = shapesNow();
  for (const [name, { fields, columns }] of Object.entries(RELEASED)) {
    expect(now[name]?.columns.slice(0, columns.length), `columns of ${name}`).toEqual(columns);
    const still = now[name]?.fields.filter((field) => fields.includes(field));
    expect(still, `fields of ${name}`).toEqual(fields);
    // What is new stands behind what was there, in each object: of a union, in each of its members by itself.
    for (const members of objectsIn(schemaOf(name as OperationName))) {
      const firstNew = members.findIndex((member) => !fields.includes(member));
      const behind = firstNew < 0 ? [] : members.slice(firstNew);
      expect(
        behind.filter((member) => fields.includes(member)),
        `${name}: behind ${behind[0]}`,
      ).toEqual([]);
    }
  }
});

test("what is new is written down, so that it stays", async () => {
  await expect(writeShapes(shapesNow())).toMatchFileSnapshot(FILE);
});

test("every field says what it holds", () => {
  for (const name of NAMES)
    for (const { name: field, type } of fieldsOf(name))
      expect(type, `${name} ${field}`).not.toBe("any");
});
