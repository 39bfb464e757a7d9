/** Where the browser keeps a report that was pasted into a draft, so that a reload loses nothing. */
function placeOf(personId: string, proposalId: number): string {
  return `lossline-report-${personId}-${proposalId}`;
}

/** What is kept of a box: the report, and where it can be read. */
export interface KeptReport {
  text: string;
  link: string;
}

/** Keeps it, or forgets an empty one; a browser that keeps nothing or is full stops nobody. */
export function keepReport(personId: string, proposalId: number, report: KeptReport): void {
  try {
    const place = placeOf(personId, proposalId);
    if (report.text === "" && report.link === "") localStorage.removeItem(place);
    else localStorage.setItem(place, JSON.stringify(report));
  } catch {
    // It is in the box still.
  }
}

/** What was kept; empty where nothing was. */
export function keptReport(personId: string, proposalId: number): KeptReport {
  try {
    const kept = localStorage.getItem(placeOf(personId, proposalId));
    // Written by `keepReport` alone.
    return kept === null ? { text: "", link: "" } : (JSON.parse(kept) as KeptReport);
  } catch {
    return { text: "", link: "" };
  }
}
