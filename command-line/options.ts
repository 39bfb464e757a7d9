import type { Option } from "@/command-line/command";
import { parametersOf } from "@/lib/site/open-data/description";
import type { OperationName } from "@/lib/site/open-data/operations";

/** An option that this program reads itself. */
export function option(
  name: string,
  takes: string | null,
  about: string,
  values: readonly string[] = [],
): Option {
  return { name, takes, about, values, isAsked: false };
}

/** The parameters of an operation of the interface as options; they have the same names. */
export function askedOptions(operation: OperationName, without: readonly string[] = []): Option[] {
  return parametersOf(operation, "json")
    .filter((parameter) => parameter.in === "query" && !without.includes(parameter.name))
    .map(({ name, description, schema }) => ({
      name,
      takes: name.toUpperCase(),
      about: description,
      values: Array.isArray(schema.enum) ? schema.enum.map(String) : valuesIn(description),
      isAsked: true,
    }));
}

/** The values in words such as “one of day, month, year”. */
function valuesIn(description: string): string[] {
  const [, list = ""] = /one of ([a-z][a-z0-9-]*(?:, [a-z][a-z0-9-]*)+)$/.exec(description) ?? [];
  return list === "" ? [] : list.split(", ");
}

/** What every command that asks a server takes. */
export const SERVER_OPTIONS: readonly Option[] = [
  option("server", "URL", "the server to ask; LOSSLINE_SERVER in the environment says the same"),
  option("timeout", "SECONDS", "how long an answer may take to come: 1 to 3600 (30)"),
];

export function formatOption(formats: readonly string[]): Option {
  return option("format", "FORMAT", `one of ${formats.join(", ")} (${formats[0]})`, formats);
}
export const HELP_OPTION = option("help", null, "this help");

export const KEY_OPTION = option(
  "key",
  "KEY",
  "the publisher's key, as you have it from elsewhere: a PEM file, or the log's name+id+key",
);
