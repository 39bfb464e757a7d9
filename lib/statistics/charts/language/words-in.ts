import { ARABIC } from "./ar";
import type { ChartWords } from "./chart-words";
import { GERMAN } from "./de";
import { ENGLISH } from "./en";
import { SPANISH } from "./es";
import { FRENCH } from "./fr";
import { JAPANESE } from "./ja";
import { KOREAN } from "./ko";
import type { Language } from "./languages";
import { PORTUGUESE } from "./pt";
import { CHINESE } from "./zh";

const CATALOGUES: Readonly<Record<Language, ChartWords>> = {
  en: ENGLISH,
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
  pt: PORTUGUESE,
  ja: JAPANESE,
  ko: KOREAN,
  ar: ARABIC,
  zh: CHINESE,
};

/** What charts say in a language; English where none is named. */
export function wordsIn(language: Language | undefined): ChartWords {
  return CATALOGUES[language ?? "en"];
}
