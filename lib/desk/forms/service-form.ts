import type { FormTable } from "@/lib/desk/forms/form";
import { SERVICE_KINDS } from "@/lib/record/wallets/known-address";

/** The form of a service: an address that many use. */
export const SERVICE_FORM: FormTable = {
  sections: [
    {
      id: "service",
      title: "The address",
      hint: "An address that many use. No link between incidents rests on it, and the form asks before it becomes part of one.",
      fields: [
        { name: "chain", label: "Chain", control: { is: "pick", of: "chain" } },
        { name: "address", label: "Address", control: { is: "address" } },
        {
          name: "label",
          label: "What it is",
          hint: "As in Tether USD, or Binance’s hot wallet 14",
          control: { is: "text" },
        },
        { name: "kind", label: "Kind", control: { is: "choice", options: SERVICE_KINDS } },
        { name: "source", label: "Source", control: { is: "link" } },
      ],
    },
    {
      id: "standing",
      title: "Status",
      revisionsOnly: true,
      fields: [
        {
          name: "retraction",
          label: "Retracted because",
          hint: "Empty while many use it",
          optional: true,
          control: { is: "longText" },
        },
      ],
    },
  ],
};
