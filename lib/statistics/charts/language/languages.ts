/** The languages of pictures, as each calls itself; pages, data and URLs are English whichever is chosen. */
export const LANGUAGES = {
  en: "English",
  de: "Deutsch",
  fr: "Français",
  es: "Español",
  pt: "Português (Brasil)",
  ja: "日本語",
  ko: "한국어",
  ar: "العربية",
  zh: "简体中文",
} as const;
export type Language = keyof typeof LANGUAGES;
