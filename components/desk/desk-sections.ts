import { type Action, may, type Person } from "@/lib/desk/access/access";

export type DeskSection =
  | "work"
  | "queue"
  | "records"
  | "worklists"
  | "imports"
  | "people"
  | "withholding"
  | "audit"
  | "account";

const SECTIONS: readonly { name: DeskSection; label: string; href: string; needs: Action }[] = [
  { name: "work", label: "My work", href: "/desk", needs: "proposal.read" },
  { name: "queue", label: "Review", href: "/desk/queue", needs: "proposal.review" },
  { name: "records", label: "Records", href: "/desk/records", needs: "proposal.write" },
  { name: "worklists", label: "Worklists", href: "/desk/worklists", needs: "proposal.write" },
  { name: "imports", label: "Import", href: "/desk/imports", needs: "import.run" },
  { name: "people", label: "People", href: "/desk/people", needs: "people.manage" },
  {
    name: "withholding",
    label: "Withholding",
    href: "/desk/withholding",
    needs: "withholding.decide",
  },
  { name: "audit", label: "Audit", href: "/desk/audit", needs: "audit.read" },
];

/** The sections that somebody's role has, in the order of the header. */
export function sectionsFor(
  person: Person,
): readonly { name: DeskSection; label: string; href: string }[] {
  return SECTIONS.filter(({ needs }) => may(person, needs));
}
