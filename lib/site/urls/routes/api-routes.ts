import { type Asked, readAsked, writeAsked } from "@/lib/site/open-data/asked";
import {
  API_FORMATS,
  type ApiFormat,
  OPERATIONS,
  type OperationName,
  operationAt,
  pathOf,
} from "@/lib/site/open-data/operations";
import { requiredByFilters, route } from "@/lib/site/urls/route";
import { readParameters } from "@/lib/statistics/rules/parameters";

/** Stands in an inner path where an operation is about no record in particular. */
const NO_ITEM = "-";

/** What programs ask the record: each operation in its forms, and a page about them. */
export const apiRoutes = {
  /** Read with its ending: who asks for none has had it chosen by then (`app/gate/api-gate.ts`). */
  openData: route<Asked>({
    folder: "api",
    pattern: /^\/api\/v1(?<path>\/.*)\.(?<format>json|csv|jsonl)$/,
    answer: "file",
    read({ path = "", format = "" }, query, { newest }) {
      const found = operationAt(path);
      if (found === null || !isFormatOf(found.operation, format)) return null;
      return readAsked({ ...found, format }, query, newest);
    },
    readInner(query, { operation = "", item = NO_ITEM, format = "" }) {
      if (!isOperation(operation) || !isFormatOf(operation, format)) return null;
      const [version = ""] = query.getAll("version");
      query.delete("version");
      const what = { operation, item: item === NO_ITEM ? null : item, format };
      return readAsked(what, query, Number(version));
    },
    write: (asked) => ({
      segments: {
        operation: asked.operation,
        item: asked.item ?? NO_ITEM,
        format: asked.format,
      },
      // Of a cursor it must be known in which version it is read.
      query: [writeAsked(asked), `version=${asked.version}`]
        .filter((part) => part !== "")
        .join("&"),
    }),
    path: ({ operation = "", item, format = "" }) =>
      isOperation(operation)
        ? `${pathOf(operation, item === undefined || item === NO_ITEM ? null : item)}.${format}`
        : "",
    requires: ({ filters }) => requiredByFilters(filters),
  }),
  apiReference: route<null>({
    folder: "api-reference",
    pattern: /^\/api$/,
    answer: "page",
    read(_, query) {
      const read = readParameters(query, []);
      return read.ok ? { ok: true, value: null } : read;
    },
    write: () => ({}),
    path: () => "/api",
  }),
  /** Where readers check the log in their own browsers. */
  verify: route<null>({
    folder: "verify",
    pattern: /^\/verify$/,
    answer: "page",
    read(_, query) {
      const read = readParameters(query, []);
      return read.ok ? { ok: true, value: null } : read;
    },
    write: () => ({}),
    path: () => "/verify",
  }),
};

function isOperation(name: string): name is OperationName {
  return Object.hasOwn(OPERATIONS, name);
}

function isFormatOf(operation: OperationName, format: string): format is ApiFormat {
  const formats: readonly string[] = OPERATIONS[operation].formats;
  return Object.hasOwn(API_FORMATS, format) && formats.includes(format);
}
