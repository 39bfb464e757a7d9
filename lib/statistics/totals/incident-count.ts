/** A number of incidents as text: `1 incident`, `1,974 incidents`. */
export function incidentsText(count: number): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? "incident" : "incidents"}`;
}
