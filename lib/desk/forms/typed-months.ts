/** Languages whose names of months are understood; those of the runtime's own calendar data. */
const LANGUAGES = [
  ..."de de-AT fr es pt it nl pl cs sk ru uk be bg sr hr sl ro hu tr sv da nb fi et lv lt el ca eu gl".split(
    " ",
  ),
  ..."ar ar-LB ar-MA ar-DZ he hi bn mr th vi id ms tl ka hy az kk uz sq mk is ga".split(" "),
];
const ENGLISH: Record<string, number> = Object.fromEntries(
  [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
  ].flatMap((name, index) =>
    [name, name.slice(0, 3), ...(index === 8 ? ["sept"] : [])].map((word) => [word, index + 1]),
  ),
);
const FORMATS: readonly Intl.DateTimeFormatOptions[] = [
  { month: "long" },
  { month: "short" },
  { month: "long", day: "numeric" },
  { month: "short", day: "numeric" },
];

/** Months by their names in other languages; several where one name means another month elsewhere (Czech listopad). */
let others: Map<string, Set<number>> | null = null;

function otherMonths(): Map<string, Set<number>> {
  if (others !== null) return others;
  const found = new Map<string, Set<number>>();
  for (const language of LANGUAGES) {
    for (const format of FORMATS) {
      const write = new Intl.DateTimeFormat(language, {
        ...format,
        timeZone: "UTC",
        calendar: "gregory",
        numberingSystem: "latn",
      });
      for (let month = 1; month <= 12; month++) {
        const parts = write.formatToParts(new Date(Date.UTC(2023, month - 1, 15)));
        const name = monthKey(parts.find(({ type }) => type === "month")?.value ?? "");
        if (name.length < 2 || /\d/.test(name)) continue;
        found.set(name, (found.get(name) ?? new Set()).add(month));
      }
    }
  }
  others = found;
  return found;
}

/** A name of a month without accents, dots and capitals. */
function monthKey(name: string): string {
  return name
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .replace(/[.'’]/g, "");
}

/** The months that a name may mean: one, or several where languages differ; none where it is no month. */
export function monthsNamed(name: string): number[] {
  const key = monthKey(name);
  if (!/^\p{L}[\p{L}\p{M} ]*$/u.test(key)) return [];
  const english = ENGLISH[key];
  if (english !== undefined) return [english];
  return [...(otherMonths().get(key) ?? [])];
}
