import type { FieldSpec } from "@/components/desk/ui/plain-form";

/** Asked for before what somebody who merely found the machine must not change. */
export const OWN_PASSWORD: FieldSpec = {
  name: "password",
  label: "Your current password",
  type: "password",
  autoComplete: "current-password",
};
