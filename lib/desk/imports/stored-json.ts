import { keepable } from "@/lib/desk/proposals/draft-content";

/** A value as PostgreSQL keeps it in JSON: texts without NUL and halves of characters. */
export function storedJson<Value>(value: Value): Value {
  return clean(value) as Value;
}

function clean(value: unknown): unknown {
  if (typeof value === "string") return keepable(value);
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [keepable(name), clean(part)]),
  );
}
