import type { ServiceKind } from "@/lib/record/wallets/known-address";

/** A known address that several incidents hold, and that links them all the same to nothing. */
export interface PassedOver {
  chain: string;
  address: string;
  label: string;
  kind: ServiceKind;
  slugs: string[];
}
