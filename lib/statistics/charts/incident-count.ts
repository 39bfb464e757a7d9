/** A number of incidents in words: `1 incident`, `1,974 incidents`. */
export function incidentsInWords(count: number): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? "incident" : "incidents"}`;
}
