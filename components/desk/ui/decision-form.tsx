import { type FieldSpec, PlainForm, type PlainFormProps } from "@/components/desk/ui/plain-form";

interface DecisionFormProps extends Omit<PlainFormProps, "fields"> {
  /** What is asked about the reason, where one must be given; `reason` is its name where it has no other. */
  why?: { name?: string; hint: string; initial?: string; maxLength: number };
}

/** A decision as a button, with the reason for it where somebody is to read one. */
export function DecisionForm({ why, ...form }: DecisionFormProps) {
  const fields: FieldSpec[] =
    why === undefined ? [] : [{ name: "reason", label: "Why", type: "area", ...why }];
  return <PlainForm {...form} fields={fields} />;
}
