import type { AddressRole } from "@/lib/desk/paste/pasted-columns";
import type { KnownAddress } from "@/lib/record/wallets/known-address";

/** An address as another incident of the record has it. */
export interface Elsewhere {
  slug: string;
  name: string;
  role: AddressRole;
}

/** What the record knows of pasted addresses, by their keys; nothing where it knows nothing. */
export interface Knowledge {
  /** Tokens, burn addresses, routers, bridges, mixers, exchanges: nobody's alone. */
  services: Readonly<Record<string, readonly KnownAddress[]>>;
  /** Other incidents that have the address. */
  elsewhere: Readonly<Record<string, readonly Elsewhere[]>>;
}

/** Knowledge of nothing. */
export const NOTHING_KNOWN: Knowledge = { services: {}, elsewhere: {} };
