import type { PickOptions } from "@/components/desk/form/pick-option";
import { Field } from "@/components/desk/ui/field";
import { Select } from "@/components/desk/ui/select";
import { TextArea } from "@/components/desk/ui/text-area";
import { TextInput } from "@/components/desk/ui/text-input";
import type { FormField } from "@/lib/desk/forms/form";

interface BulkFieldProps {
  field: FormField;
  given: string;
  error: string | undefined;
  options: PickOptions;
}

/** One field that several records are to say alike; the browser's own lists, so that it works without scripts. */
export function BulkField({ field, given, error, options }: BulkFieldProps) {
  const { name, label, hint, optional = false, control } = field;
  const list = control.is === "pick" ? options[control.of] : undefined;
  return (
    <Field id={`bulk-${name}`} label={label} hint={hint} error={error} optional={optional}>
      {(wired) => {
        const shared = { ...wired, name: `given.${name}` };
        if (control.is === "choice")
          return (
            <Select
              key={given}
              {...shared}
              options={control.options}
              nothing="Choose …"
              defaultValue={given}
            />
          );
        if (control.is === "longText")
          return <TextArea key={given} {...shared} rows={3} defaultValue={given} />;
        return (
          <>
            <TextInput
              {...shared}
              autoComplete="off"
              defaultValue={given}
              list={list === undefined ? undefined : `bulk-options-${name}`}
            />
            {list !== undefined && (
              <datalist id={`bulk-options-${name}`}>
                {list.map(({ text, label: named }) => (
                  <option key={text} value={text}>
                    {named}
                  </option>
                ))}
              </datalist>
            )}
          </>
        );
      }}
    </Field>
  );
}
