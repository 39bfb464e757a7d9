import { fieldsOf } from "@/lib/desk/forms/form";
import { INCIDENT_FORM } from "@/lib/desk/forms/incident-form";
import type { ReportProposal, Span } from "@/lib/desk/forms/report/report";

/** What the form calls each field, and one row of each list. */
const LABELS: ReadonlyMap<string, string> = new Map(
  fieldsOf(INCIDENT_FORM).map(({ name, label, one }) => [
    name,
    one === undefined ? label : `${one.charAt(0).toUpperCase()}${one.slice(1)}`,
  ]),
);

/** The proposals of one reading, in the order in which they are found. */
export class ProposalList {
  readonly proposals: ReportProposal[] = [];

  /**
   * Adds a proposal for a field or list.
   * @param said what would be filled in; a list of its parts, of which the empty ones are left out
   */
  add(
    field: string,
    said: string | readonly string[],
    value: ReportProposal["value"],
    { from, to }: Span,
    note: string | null = null,
  ): void {
    const place = this.proposals.filter((each) => each.field === field).length;
    this.proposals.push({
      id: `${field}-${place}`,
      field,
      label: LABELS.get(field) ?? field,
      said: typeof said === "string" ? said : said.filter((part) => part !== "").join(", "),
      value,
      at: { from, to },
      note,
    });
  }
}
