import { COLUMNS } from "@/lib/desk/imports/csv-columns";

/** Every column of an import's CSV, and how it is written. */
export function ColumnTable() {
  return (
    <>
      <p className="mt-2 max-w-prose text-sm">
        Columns may be in any order, under these names or as the form calls them; commas, semicolons
        or tabs set cells apart. Amounts and days are written as in the form. In a list, an item
        ends with a semicolon and a space, or a new line; bars set its parts apart. Write{" "}
        <code>\;</code> and <code>\|</code> for a semicolon or a bar of the text itself.
      </p>
      <dl className="mt-3 max-w-3xl border-rule border-t text-sm">
        {COLUMNS.map(({ name, label, optional, how }) => (
          <div
            key={name}
            className="grid gap-x-6 border-rule border-b py-1.5 sm:grid-cols-[14rem_1fr]"
          >
            <dt>
              <code className="font-semibold">{name}</code>
              <span className="block text-muted">
                {label}
                {optional && " (optional)"}
              </span>
            </dt>
            <dd className="[overflow-wrap:anywhere]">{how}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
