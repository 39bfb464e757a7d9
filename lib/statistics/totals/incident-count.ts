/** A number of incidents as text: `1 incident`, `1,974 incidents`. */
export function incidentsText(count: number): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? "incident" : "incidents"}`;
}

/** That nobody knows an amount of any of them, in a sentence: `the size of all 12 incidents is unknown`. */
export function unknownSizeText(count: number): string {
  return `the size of ${count === 1 ? "the one incident" : `all ${incidentsText(count)}`} is unknown`;
}
