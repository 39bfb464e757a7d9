import { Field } from "@/components/desk/ui/field";
import { ServedInput, ServedSelect } from "@/components/desk/ui/served-field";
import type { Mapping } from "@/lib/desk/imports/tables/mapping";

/** Where a table comes from: by its name, and as a source of each of its rows. */
export function TableSource({ mapping, names }: { mapping: Mapping; names: readonly string[] }) {
  const { sourceName, source } = mapping;
  return (
    <div className="grid max-w-4xl gap-x-8 gap-y-4 sm:grid-cols-2">
      <Field
        id="source-name"
        label="What you call it"
        hint="All that is said here is kept under this name, for the next file with these columns"
        optional
      >
        {(wired) => (
          <>
            <ServedInput
              {...wired}
              name="source-name"
              maxLength={200}
              list="source-names"
              served={sourceName}
            />
            <datalist id="source-names">
              {names.map((name) => (
                <option key={name} value={name} />
              ))}
            </datalist>
          </>
        )}
      </Field>
      <Field
        id="source-url"
        label="Its web address"
        hint="Then the table is a source of each row, and its sums are said by its publisher"
        optional
      >
        {(wired) => <ServedInput {...wired} name="source-url" type="url" served={source.url} />}
      </Field>
      <Field id="source-publisher" label="Its publisher" optional>
        {(wired) => (
          <ServedInput
            {...wired}
            name="source-publisher"
            maxLength={200}
            served={source.publisher}
          />
        )}
      </Field>
      <Field id="source-title" label="Its title" optional>
        {(wired) => (
          <ServedInput {...wired} name="source-title" maxLength={500} served={source.title} />
        )}
      </Field>
      <Field id="source-publishedOn" label="Published on" optional>
        {(wired) => (
          <ServedInput {...wired} name="source-publishedOn" served={source.publishedOn} />
        )}
      </Field>
    </div>
  );
}

/** A field that no column says, and what can hold for every row. */
export interface FixedField {
  field: string;
  label: string;
  hint?: string;
  value: string;
  /** What one of a list is chosen from; null where it is written. */
  options: readonly { value: string; label: string }[] | null;
}

/** What holds for every row of a table. */
export function FixedFields({ fields }: { fields: readonly FixedField[] }) {
  return (
    <div className="grid max-w-4xl gap-x-8 gap-y-4 sm:grid-cols-2">
      {fields.map(({ field, label, hint, value, options }) => (
        <Field key={field} id={`fixed-${field}`} label={label} hint={hint}>
          {(wired) =>
            options === null ? (
              <ServedInput {...wired} name={`fixed-${field}`} maxLength={1000} served={value} />
            ) : (
              <ServedSelect
                {...wired}
                name={`fixed-${field}`}
                nothing="not said yet"
                options={options}
                served={value}
              />
            )
          }
        </Field>
      ))}
    </div>
  );
}
