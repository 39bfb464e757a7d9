/** Encodings that somebody can name where the guess is wrong: by their labels in the Encoding Standard, and for people. */
export const ENCODINGS = [
  { label: "utf-8", name: "UTF-8" },
  { label: "windows-1252", name: "Windows-1252 (Western European)" },
  { label: "windows-1250", name: "Windows-1250 (Central European)" },
  { label: "windows-1251", name: "Windows-1251 (Cyrillic)" },
  { label: "koi8-r", name: "KOI8-R (Cyrillic)" },
  { label: "windows-1253", name: "Windows-1253 (Greek)" },
  { label: "windows-1254", name: "Windows-1254 (Turkish)" },
  { label: "windows-1255", name: "Windows-1255 (Hebrew)" },
  { label: "windows-1256", name: "Windows-1256 (Arabic)" },
  { label: "gb18030", name: "GB18030 (simplified Chinese)" },
  { label: "big5", name: "Big5 (traditional Chinese)" },
  { label: "shift_jis", name: "Shift_JIS (Japanese)" },
  { label: "euc-jp", name: "EUC-JP (Japanese)" },
  { label: "euc-kr", name: "EUC-KR (Korean)" },
] as const;
