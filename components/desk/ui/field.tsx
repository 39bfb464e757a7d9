import type { ReactNode } from "react";

/** What connects a control with its label, hint and error; spread it onto the control. */
export interface Wired {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

/** Wires a control by hand, where `Field` does not fit. @param error null where nothing is wrong */
export function wired(id: string, hint: boolean, error: string | null | undefined): Wired {
  const wrong = error !== null && error !== undefined && error !== "";
  const described = [hint ? `${id}-hint` : null, wrong ? `${id}-error` : null].filter(Boolean);
  return {
    id,
    "aria-describedby": described.length === 0 ? undefined : described.join(" "),
    "aria-invalid": wrong ? true : undefined,
  };
}

interface FieldProps {
  /** Of the control; links of an error summary lead to it. */
  id: string;
  label: ReactNode;
  /** What to write, and how. */
  hint?: ReactNode;
  /** What is wrong and what is allowed, in plain words; null or empty where nothing is. */
  error?: string | null | undefined;
  /** Says beside the label that it may stay empty. */
  optional?: boolean;
  children: (wired: Wired) => ReactNode;
}

/** A control with its label above it, and beside it what to write and what is wrong. */
export function Field({ id, label, hint, error, optional = false, children }: FieldProps) {
  const wiring = wired(id, hint !== undefined, error);
  const wrong = wiring["aria-invalid"] === true;
  return (
    <div className={wrong ? "border-negative border-l-4 pl-3" : ""}>
      <label htmlFor={id} className="block font-semibold text-sm">
        {label}
        {optional && <span className="font-normal text-muted"> (optional)</span>}
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-muted text-sm">
          {hint}
        </p>
      )}
      {wrong && <FieldError id={id}>{error}</FieldError>}
      <div className="mt-1">{children(wiring)}</div>
    </div>
  );
}

/** What is wrong with one control. @param id the control's */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={`${id}-error`} className="font-semibold text-negative text-sm">
      <span className="sr-only">Error: </span>
      {children}
    </p>
  );
}
