/** Names as they are written where they come from, for tests that pictures have letters for them. */
export const SCRIPT_SAMPLES = {
  Korean: "바이비트",
  Chinese: "币安",
  Japanese: "ビットフライヤー 取引所",
  Arabic: "بايننس",
  Hebrew: "ביט",
  Thai: "ไบแนนซ์",
  Hindi: "बिटकॉइन",
  emoji: "🦊",
  "emoji of several signs": "👩‍💻 🇰🇵 1️⃣ ❤️",
  Cyrillic: "Гарантекс",
  Greek: "Ανταλλακτήριο",
  Vietnamese: "Đà Nẵng",
  "several at once": "Bybit 바이비트 & بايننس (12) – “币安”",
} as const;
