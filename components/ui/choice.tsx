import type { ReactNode } from "react";

/** A control of a form with its name above it. */
export function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className="block text-sm">
      <span className="mb-0.5 block text-muted">{label}</span>
      {children}
    </label>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  given: string | undefined;
  options: readonly { value: string; label: string }[];
  /** What choosing nothing is called; without it, something is always chosen. */
  any?: string;
}

/** A choice among values, as part of a plain form. */
export function Choice({ name, label, given, options, any }: ChoiceProps) {
  const listed = given === undefined || options.some(({ value }) => value === given);
  return (
    <Labelled label={label}>
      <select name={name} defaultValue={given ?? ""} className="field w-full">
        {any !== undefined && <option value="">{any}</option>}
        {/* What was asked for and is not there must not be sent back as another answer. */}
        {!listed && <option value={given}>{given}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}
