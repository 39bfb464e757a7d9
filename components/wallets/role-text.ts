import type { AddressRole, TRANSACTION_ROLES } from "@/lib/values/taxonomy/taxonomy";

/** Whose an address was in an incident, in words. */
export const ADDRESS_ROLE_TEXT: Readonly<Record<AddressRole, string>> = {
  attacker: "Of the attacker",
  laundering: "Where the proceeds went",
  victim: "Of the victim",
};

/** What a transaction did in an incident, in words. */
export const TRANSACTION_ROLE_TEXT = {
  attack: "The theft itself",
  laundering: "Moving the proceeds",
  return: "Returned",
  other: "Other",
} as const satisfies Record<(typeof TRANSACTION_ROLES)[number]["value"], string>;
