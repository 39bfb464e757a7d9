import { isolated } from "@/lib/statistics/charts/layout/text-direction";
import { LAST_INDEX_YEAR, PRICE_INDEX_SOURCE } from "@/lib/values/money/price-index";
import { sentence } from "@/lib/values/text/sentences";
import type { ChartWords, LargestPart } from "./chart-words";
import { dateWords } from "./date-words";
import { type NumberWords, numberWords } from "./number-words";
import { ARABIC_STATISTICS } from "./statistics/ar";

// العربية الفصحى كما تكتبها الصحف العربية المشتركة: أرقام لاتينية وفاصلة عشرية بنقطة، وأشهر ميلادية بأسمائها في مصر والخليج
// (سبتمبر)، ومليون ومليار ودولار كلمات كاملة. Counts of incidents stand behind a colon where a sentence allows it, because
// adjectives and verbs would have to agree with one, two, few and many.

const MONTHS = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split(
  " ",
);

const QUARTERS = ["الأول", "الثاني", "الثالث", "الرابع"];

/** Of one, of two, of three to ten, of eleven and more. */
type Forms = readonly [one: string, two: string, few: string, many: string];

/** Whether a whole number takes the plural: 3 to 10, and 103 to 110, but not 11 or 100. */
const isFew = (count: number) => count % 100 >= 3 && count % 100 <= 10;

function counted(count: number, [one, two, few, many]: Forms): string {
  if (count === 1) return one;
  if (count === 2) return two;
  return `${number.whole(count)} ${isFew(count) ? few : many}`;
}

/** As headlines write amounts beside digits: `2 مليون`, `5 ملايين`, `5.2 مليون`. */
function unitBeside(digits: string, one: string, few: string): string {
  return /^[\d,]+$/.test(digits) && isFew(Number(digits.replaceAll(",", ""))) ? few : one;
}

const PLURALS: Readonly<Record<string, string>> = { مليون: "ملايين", مليار: "مليارات" };

function money(digits: string, letters: string): string {
  if (letters === "") return `${digits}\u00a0${unitBeside(digits, "دولار", "دولارات")}`;
  return `${digits}\u00a0${unitBeside(digits, letters, PLURALS[letters] ?? letters)}\u00a0دولار`;
}

/** A sign before a number stays at its left. */
const signed = (text: string) => text.replace(/^[\u2212<]+[\d.,]+%?/, "\u2066$&\u2069");

const unsigned = numberWords({
  decimal: ".",
  group: ",",
  unknown: "غير معروف",
  money,
  units: [
    { size: 1e9, letters: "مليار" },
    { size: 1e6, letters: "مليون" },
  ],
  columns: { "US$ million": 1e6, "US$ billion": 1e9 },
  unitNames: {
    US$: "بالدولار الأميركي",
    "US$ million": "بملايين الدولارات الأميركية",
    "US$ billion": "بمليارات الدولارات الأميركية",
  },
  cells: { size: 1e6, name: "بملايين الدولارات الأميركية" },
  percent: (digits) => `${digits}%`,
});

const number: NumberWords = {
  ...unsigned,
  usd: (amount) => signed(unsigned.usd(amount)),
  usdExact: (amount) => signed(unsigned.usdExact(amount)),
  inUnit: (unit, amount) => signed(unsigned.inUnit(unit, amount)),
  cell: (amount) => signed(unsigned.cell(amount)),
  percent: (digits) => signed(unsigned.percent(digits)),
};

const short = (day: number, month: number, year: number | null) =>
  `${day}\u00a0${MONTHS[month - 1]}${year === null ? "" : `\u00a0${year}`}`;
const ofDay = (day: string, withYear: boolean) =>
  short(Number(day.slice(8)), Number(day.slice(5, 7)), withYear ? Number(day.slice(0, 4)) : null);

// Spans are in words: a dash between numbers would be read from the left in one line and from the right in another.
const date = dateWords({
  months: MONTHS,
  long: (day, month, year) => `${day === null ? "" : `${day} `}${MONTHS[month - 1]} ${year}`,
  short,
  month: (month, year) => `${MONTHS[month - 1]} ${year}`,
  days: (first, last, month, year) => `${first} إلى ${short(last, month, year)}`,
  monthsOf: (first, last, year) => `${MONTHS[first - 1]} إلى ${MONTHS[last - 1]} ${year}`,
  range: (first, last) => `${first} إلى ${last}`,
  daysOfYear: (first, last) => `${ofDay(first, false)} إلى ${ofDay(last, true)}`,
  years: (first, last) => (first === last ? String(first) : `${first} إلى ${last}`),
  sinceStart: (day) => `حتى ${day}`,
  yearThrough: (year, day) => `${year} حتى ${day}`,
  cut: (end, day) => `${end === "to" ? "حتى" : "من"} ${day}`,
  dayAlone: (day) => String(day),
  quarter: (each) => `الربع ${each}`,
  quarterOf: (each, year) => `الربع ${QUARTERS[each - 1]} من ${year}`,
  throughYear: (year) => `حتى ${year}`,
});

const INCIDENTS: Forms = ["حادثة واحدة", "حادثتان", "حوادث", "حادثة"];
const incidents = (count: number) => counted(count, INCIDENTS);
const DAYS: Forms = ["يوم واحد", "يومين", "أيام", "يوماً"];
const list = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join("، ")} و${parts.at(-1)}`;
const lag = (within: number) =>
  `19 من كل 20 سرقة مسجلة ظهر أول مصدر لها خلال ${counted(within, DAYS)}`;
const INTERVAL = { month: "شهر", quarter: "ربع", year: "عام" } as const;
const THE_INTERVAL = { month: "الشهر", quarter: "الربع", year: "العام" } as const;
const THE_INTERVALS = { month: "الأشهر", quarter: "الأرباع", year: "الأعوام" } as const;
const NOUNS: Readonly<Record<string, Forms>> = {
  actor: ["جهة أخرى", "جهتان أخريان", "جهات أخرى", "جهة أخرى"],
  incident: ["حادثة أخرى", "حادثتان أخريان", "حوادث أخرى", "حادثة أخرى"],
  technique: ["أسلوب آخر", "أسلوبان آخران", "أساليب أخرى", "أسلوباً آخر"],
  target: ["نوع آخر", "نوعان آخران", "أنواع أخرى", "نوعاً آخر"],
  chain: ["شبكة أخرى", "شبكتان أخريان", "شبكات أخرى", "شبكة أخرى"],
};
const LEVELS = {
  confirmed: "«مؤكد» من حكومة أو محكمة أو من السارق نفسه",
  likely: "«مرجّح» من طرفين مستقلين أو أكثر أو بأدلة قوية على الشبكة",
  suspected: "«مشتبه به» من محلل واحد أو شركة واحدة",
} as const;

function partName({ kind, by, label }: LargestPart): string {
  if (kind === "unknown")
    return {
      category: "بطريقة غير معروفة",
      technique: "بأسلوب غير معروف",
      target: "من هدف غير معروف",
      chain: "على شبكة غير معروفة",
      actor: "غير منسوب إلى أي جهة",
    }[by];
  if (kind === "several") return by === "chain" ? "على شبكات عدة" : "منسوب إلى جهات عدة";
  return isolated(label);
}

export const ARABIC: ChartWords = {
  language: "ar",
  direction: "rtl",
  isUnspaced: false,
  comma: "، ",
  stop: ".",
  colon: ": ",
  number,
  date,
  incidents,
  list,

  subject: {
    gross: "الخسائر",
    net: "صافي الخسائر",
    returned: "الأموال المعادة",
    count: "عدد الحوادث",
    median: "وسيط الخسائر",
  },
  share: {
    gross: "الحصص من الخسائر",
    net: "الحصص من صافي الخسائر",
    returned: "الحصص من الأموال المعادة",
    count: "الحصص من عدد الحوادث",
    median: "الحصص من وسيط الخسائر",
  },
  cumulative: {
    gross: "الخسائر التراكمية",
    net: "صافي الخسائر التراكمي",
    returned: "الأموال المعادة تراكمياً",
    count: "العدد التراكمي للحوادث",
    median: "الوسيط التراكمي للخسائر",
  },
  eachIncident: "الحوادث",
  largest: {
    gross: "أكبر الخسائر",
    net: "أكبر الخسائر الصافية",
    returned: "أكبر المبالغ المعادة",
    count: "أكبر الخسائر",
    median: "أكبر الخسائر",
  },
  largestOfMany: (count, measure) => `${ARABIC.largest[measure]} (أول ${number.whole(count)})`,
  splitNames: {
    month: "الشهر",
    quarter: "الربع",
    year: "العام",
    category: "الفئة",
    technique: "الأسلوب",
    target: "نوع الهدف",
    chain: "الشبكة",
    actor: "الجهة المنسوبة إليها",
    day: "اليوم",
    size: "القيمة",
  },
  split: (names) => `حسب ${names.join(" و")}`,
  title: ({ subject, split, dollars, filters, span, against }) =>
    [
      split === null ? subject : `${subject} ${split}`,
      ...(dollars === null ? [] : [`بدولارات عام ${dollars}`]),
      ...filters,
      against === null ? span : `${span} مقارنة مع ${against}`,
    ].join("، "),
  moreFilters: (count) => counted(count, ["مرشح آخر", "مرشحان آخران", "مرشحات أخرى", "مرشحاً آخر"]),

  category: {
    "contract-exploit": "استغلال عقد ذكي",
    "flash-loan": "هجوم بقرض فوري",
    "wallet-compromise": "اختراق محفظة",
    phishing: "تصيّد احتيالي",
    "exit-scam": "احتيال الخروج",
    unknown: "غير معروفة",
  },
  technique: {
    reentrancy: "إعادة الدخول",
    "oracle-manipulation": "تلاعب بالأوراكل أو السعر",
    "access-control": "غياب ضبط الوصول أو خلله",
    "input-validation": "قصور التحقق من المدخلات",
    arithmetic: "خطأ في الحساب أو التقريب أو الدقة",
    "logic-error": "خطأ في منطق العمل",
    "bridge-verification": "خلل في التحقق من جسر أو إثبات",
    "governance-attack": "هجوم على الحوكمة",
    "signature-replay": "خلل في التوقيع أو إعادة استخدامه",
    "mint-bug": "سك رموز بلا غطاء",
    misconfiguration: "خطأ في الإعدادات",
    "compiler-bug": "خلل في مترجم أو مكتبة برمجية",
    "consensus-attack": "هجوم 51% أو هجوم على الإجماع",
    "weak-randomness": "عشوائية ضعيفة",
    "private-key-compromise": "سرقة مفتاح خاص",
    "hot-wallet-breach": "اختراق محفظة ساخنة لسبب غير معلن",
    "supply-chain": "سلسلة التوريد",
    "infrastructure-breach": "اختراق خوادم أو سحابة",
    "signer-deception": "خداع الموقّعين (توقيع أعمى)",
    insider: "شخص من الداخل",
    "social-engineering": "هندسة اجتماعية",
    "frontend-hijack": "اختطاف الواجهة أو نظام النطاقات",
    "approval-phishing": "تصيّد الموافقات",
    "address-poisoning": "تسميم العناوين",
    "rug-pull": "سحب البساط",
    ponzi: "مخطط بونزي أو استثمار وهمي",
    "mev-bot-exploit": "استغلال روبوت MEV أو تداول",
    unknown: "غير معروف",
  },
  target: {
    exchange: "منصة تداول",
    "payment-processor": "شركة مدفوعات",
    gambling: "مراهنات",
    wallet: "محفظة",
    bridge: "جسر",
    lending: "إقراض",
    dex: "منصة تداول لامركزية",
    yield: "عوائد أو تخزين",
    stablecoin: "عملة مستقرة",
    derivatives: "مشتقات",
    token: "رمز رقمي",
    nft: "رموز NFT",
    gaming: "ألعاب",
    dao: "منظمة DAO أو خزينة",
    blockchain: "سلسلة كتل",
    custodian: "أمين حفظ أو صندوق",
    infrastructure: "بنية تحتية",
    "mev-bot": "روبوت MEV",
    individual: "فرد",
    other: "نوع آخر",
  },
  targets: {
    exchange: "منصات التداول",
    "payment-processor": "شركات المدفوعات",
    gambling: "خدمات المراهنات",
    wallet: "المحافظ",
    bridge: "الجسور",
    lending: "خدمات الإقراض",
    dex: "منصات التداول اللامركزية",
    yield: "خدمات العوائد والتخزين",
    stablecoin: "العملات المستقرة",
    derivatives: "خدمات المشتقات",
    token: "الرموز الرقمية",
    nft: "مشاريع NFT",
    gaming: "الألعاب",
    dao: "منظمات DAO والخزائن",
    blockchain: "سلاسل الكتل",
    custodian: "أمناء الحفظ والصناديق",
    infrastructure: "البنية التحتية",
    "mev-bot": "روبوتات MEV",
    individual: "الأفراد",
    other: "أهداف أخرى",
  },
  confidence: {
    suspected: "مشتبه به",
    likely: "مرجّح",
    confirmed: "مؤكد",
    acquitted: "تبرئة",
  },
  sourcing: { one: "استناداً إلى مصدر واحد", copies: "نقول فقط" },
  legalStatus: (status, when) =>
    ({
      charged: "اتهام بلا محاكمة",
      convicted: "إدانة",
      "pleaded-guilty": "إقرار بالذنب",
      acquitted: "تبرئة",
      "not-tried": "بلا محاكمة",
      "convicted-deceased": when === null ? "إدانة، ثم وفاة" : `إدانة، ووفاة في ${when}`,
      "charged-group": "اتهام",
      deceased: "وفاة",
      unknown: "الوضع القضائي غير معروف",
    })[status] + (when === null || status === "convicted-deceased" ? "" : `، ${when}`),
  inside: (term) => term,

  filter: {
    byNobody: "غير منسوبة إلى أي جهة",
    by: (name) => `منسوبة إلى ${isolated(name)}`,
    byAnyone: "منسوبة إلى جهة ما",
    surely: {
      confirmed: "إسناد مؤكد",
      likely: "إسناد مرجّح على الأقل",
      suspected: "إسناد مشتبه به على الأقل",
    },
    unknownMeans: "بطريقة غير معروفة",
    unknownTechnique: "بأسلوب غير معروف",
    at: (name) => `الهدف ${isolated(name)}`,
    spelt: (name) => `الهدف «${isolated(name)}»`,
    on: (chain) => `على شبكة ${isolated(chain)}`,
    least: (amount) => `${amount} على الأقل لكل منها`,
    marked: (label) => `موسومة «${isolated(label)}»`,
    upTo: (top) => `عرض ${top} على الأكثر`,
    mentioning: (text) => `تذكر «${isolated(text)}»`,
    estimates: { best: "أفضل التقديرات", low: "التقديرات الدنيا", high: "التقديرات العليا" },
  },
  rule: {
    gross: "إجمالي المبالغ",
    net: "بعد طرح ما أعيد",
    returned: "ما عُرفت إعادته",
    median: "وسيط الحوادث المعروفة القيمة",
    category: (term) => `الفئة: ${term}`,
    technique: (term) => `الأسلوب: ${term}`,
    target: (term) => `الهدف: ${term}`,
    leastSure: (confidence) =>
      ({
        confirmed: "الإسناد المؤكد فقط",
        likely: "إسناد مرجّح على الأقل",
        suspected: "إسناد مشتبه به على الأقل",
      })[confidence],
  },
  subtitle: {
    amounts(unit, when) {
      if (when === null) return unit;
      return when === "theft" ? `${unit} وقت السرقة` : `${unit} لعام ${when} (CPI-U الأميركي)`;
    },
    percentOfIncidents: "النسبة المئوية من عدد الحوادث",
    percentOfDollars: "النسبة المئوية من المبالغ بالدولار",
    numberOfIncidents: "عدد الحوادث",
    cumulative: "تراكمي",
    logarithmic: "محور لوغاريتمي",
    earlierInFull: "؛ الأعوام السابقة كاملة",
  },

  kind: {
    bars: "رسم بالأشرطة",
    columns: "رسم بالأعمدة",
    stacked: "رسم بالأعمدة المكدسة",
    steps: "رسم خطي متدرج",
    logSteps: "رسم خطي متدرج لوغاريتمي",
    dots: "رسم بالنقاط",
    logDots: "رسم بالنقاط لوغاريتمي",
    heat: "خريطة حرارية",
  },
  alternative: (kind, title, finding) => `${kind}: ${sentence(title)} ${finding}.`,

  label: {
    unknown: "غير معروف",
    notKnown: "غير معروف",
    noChain: "لم تُذكر شبكة",
    notAttributed: "غير منسوبة",
    attributed: "منسوبة",
    notAttributedKey: "غير منسوبة",
    severalChains: "على شبكات عدة",
    severalActors: "جهات عدة",
    others: (count) => `أخرى (${count})`,
    nothing: "لا حادثة مسجلة توافق هذا الاختيار.",
    none: "لا شيء",
    overall: "إجمالاً",
    notYetCovered: "لم يُغطَّ بعد",
    notCounted: "غير محسوب",
    byDay: (day, amount) => `حتى ${day}: ${amount}`,
    yearAmount: (year, amount) => `${year}: ${amount}`,
    partlyUnknown: (count, unknown) =>
      `${incidents(count)}، منها بقيمة غير معروفة: ${number.whole(unknown)}`,
    partlyReturned: (count, known) => `${incidents(count)}، المعروف منها: ${number.whole(known)}`,
    rest(count, noun, most, measure) {
      const said = counted(count, NOUNS[noun] ?? INCIDENTS);
      if (most !== null) return `${said}، ${count === 1 ? "" : "كل منها "}${most} على الأكثر`;
      return `${said}، ${measure === "returned" ? "لا يُعرف شيء" : "بقيمة غير معروفة"}`;
    },
    range: (least, surest, most, leastSure) =>
      `${least} (${ARABIC.confidence[surest]}) إلى ${most} (${ARABIC.confidence[leastSure]})`,
    acquitted: (amount) => `${amount} (${ARABIC.confidence.acquitted})`,
    sure: (amount, confidence) => `${amount} (${ARABIC.confidence[confidence]})`,
  },

  note: {
    unknownSize: (count, measure) =>
      measure === "returned"
        ? `حوادث لم تُحتسب لأن أحداً لم يذكر ما أعيد منها: ${number.whole(count)}.`
        : `حوادث لم تُحتسب لأن قيمتها غير معروفة: ${number.whole(count)}.`,
    imprecise: (count) =>
      `حوادث لا يُعرف منها إلا الشهر أو العام، موضوعة في بدايته: ${number.whole(count)}.`,
    unfinished({ interval, dashed, from, through, blank, last }) {
      const why = blank === "uncovered" ? "فلم تُغطَّ بعد، وليست صفراً" : "فهي فارغة، وليست صفراً";
      const rest = blank === "none" ? "" : `؛ أما ${THE_INTERVALS[interval]} اللاحقة ${why}`;
      if (dashed === 0) return `الحساب حتى ${last}${rest}.`;
      const said = [from && `من ${from}`, through && `حتى ${through}`].filter(Boolean).join(" و");
      const which =
        dashed > 1
          ? `أعمدة ${THE_INTERVALS[interval]} ذات الإطار المتقطع محسوبة`
          : `عمود ${THE_INTERVAL[interval]} ذو الإطار المتقطع محسوب`;
      return `${which} ${said} فقط${rest}.`;
    },
    young: (interval, count, within, mayShrink) =>
      `قد ${mayShrink ? "تتغير" : "ترتفع"} أرقام ${count > 1 ? `${THE_INTERVALS[interval]} المظللة` : `${THE_INTERVAL[interval]} المظلل`}: ${lag(within)}.`,
    columnShare: (interval, measure) =>
      `نسبة 100% هي ${measure === "count" ? "عدد الحوادث" : "مجموع المبالغ المعروفة"} في كل ${INTERVAL[interval]}: الرقم فوق العمود.`,
    totalShare: (measure, total) =>
      `نسبة 100% هي ${measure === "count" ? "عدد الحوادث كلها" : "مجموع المبالغ المعروفة"}: ${total}.`,
    treeShare: "تشمل أشرطة الجهات وأجزائها الحوادث نفسها، فيزيد مجموعها على 100%.",
    logLines:
      "المحور لوغاريتمي: كل خط أفقي عشرة أضعاف الذي تحته. ويبدأ خط الرسم عند أول مبلغ، إذ لا موضع للصفر.",
    median: (interval, least, most) =>
      `عدد الحوادث في وسيط كل ${INTERVAL[interval]}: ${least === most ? "" : `من ${number.whole(least)} إلى `}${number.whole(most)}.`,
    inDollars: (year, isBack) =>
      `كل مبلغ مضروب في مؤشر أسعار المستهلك الأميركي (CPI-U، جميع البنود، المتوسط السنوي) لعام ${year} ومقسوم على مؤشر عام السرقة${isBack ? "، وكذلك ما أعيد لاحقاً" : ""}. المؤشر: ${isolated(PRICE_INDEX_SOURCE.publisher)}، السلسلة ${isolated(PRICE_INDEX_SOURCE.series)}.`,
    noIndexYet: (first, hasLater) =>
      `لا متوسط سنوياً بعد لعام ${first}${hasLater ? " وما بعده" : ""}: تُحتسب مبالغه كمبالغ عام ${LAST_INDEX_YEAR}.`,
    thresholdAtTheft: "الحد الأدنى المطلوب هو القيمة وقت السرقة.",
    severalActors: (count) =>
      `حوادث منسوبة إلى جهات عدة ليست إحداها جزءاً من أخرى، محسوبة ضمن «جهات عدة»: ${number.whole(count)}.`,
    chargedTogether: (shared, together) =>
      together === 0
        ? ""
        : together < shared
          ? ` وفي ${number.whole(together)} منها وُجّه الاتهام إلى الجهات معاً.`
          : " وفيها كلها وُجّه الاتهام إلى الجهات معاً.",
    dividedChains: (count) =>
      `حوادث على شبكات عدة، محسوبة في كل شبكة بحسب أصولها: ${number.whole(count)}.`,
    undividedChains: "«على شبكات عدة»: حوادث لا يذكر أي مصدر كم فُقد فيها على كل شبكة.",
    undated: (count, interval) =>
      `حوادث لا يُعرف منها إلا العام: ${number.whole(count)}؛ لا تدخل في أي ${INTERVAL[interval]}، وهي منفصلة في الجدول.`,
    interval: (fitting) =>
      `كل عمود ${INTERVAL[fitting]} لأن المدة طويلة؛ ويمكن اختيار ${fitting === "quarter" ? "الأشهر أو الأعوام" : "الأشهر أو الأرباع"}.`,
    lessSure: (confidence) =>
      `«غير منسوبة» تشمل أيضاً ما نُسب بثقة أقل من «${ARABIC.confidence[confidence]}».`,
    uncovered: (day) => `الأيام بعد ${day} لم تُغطَّ بعد.`,
    mayGain: (day, within) => `قد تضاف سرقات وقعت منذ ${day}: ${lag(within)}.`,
    unplaced: (count, isUnknown, amount) =>
      `حوادث لم تُدرج لأن يومها غير معروف: ${number.whole(count)}${isUnknown ? "، بقيمة غير معروفة" : amount === null ? "" : `، ${amount}`}.`,
    published: (newest, old, version, was) =>
      `محسوب وفق القواعد ${newest}. وعند النشر، وفق القواعد ${old}، ورد في الإصدار ${version}: ${was}.`,
    levels: (shown) =>
      `كل حادثة محسوبة بأوثق قول يسمّي الجهة أو جزءاً منها: ${shown.map((level) => LEVELS[level]).join("؛ ")}.`,
    acquitted: "التبرئة: ما نُسب إلى شخص ثم بُرّئ منه ليس درجة من درجات التأكد.",
    actorRanges: (measure, span, named) =>
      `${ARABIC.subject[measure]} ${ARABIC.split([ARABIC.splitNames.actor])}، ${span}: ${named.map(([name, range]) => `${isolated(name)}، ${range}`).join("؛ ")}.`,
    indentedBars:
      "الجهات المُزاحة جزء من الجهة التي فوقها، وشريط تلك الجهة يشمل حوادثها، كل حادثة مرة واحدة.",
    indentedRows:
      "الجهات المُزاحة جزء من الجهة التي فوقها، وصف تلك الجهة يشمل حوادثها، كل حادثة مرة واحدة.",
    sharedActors: (count) =>
      `حوادث منسوبة إلى جهات عدة، محسوبة مرة لكل جهة: ${number.whole(count)}.`,
    blank: "الفراغ: لا حوادث محسوبة.",
    dashed: (day) => `الخط المتقطع عند ${day}، وهو اليوم الذي تُقارن عنده الأعوام.`,
    otherSources: (year, years) =>
      `في ${years} مصادر غير مصادر ${year}: قد يكون التغير في المصادر لا في السرقات.`,
    impreciseSteps: (count) =>
      `حوادث لا يُعرف منها إلا الشهر أو العام، محسوبة من آخر يوم فيه: ${number.whole(count)}.`,
    unknownByYear: (byYear, measure) =>
      `لم تُحتسب حوادث ${measure === "returned" ? "لم يذكر أحد ما أعيد منها" : "قيمتها غير معروفة"} (${byYear}).`,
    ranges: "الخط الرفيع يمتد من أدنى مبلغ إلى أعلى مبلغ تذكره المصادر.",
    below: (count, amount) => `حوادث دون ${amount}، موضوعة أسفل المحور: ${number.whole(count)}.`,
    unknownTicks: (count) => `حوادث بقيمة غير معروفة، علاماتها تحت المحور: ${number.whole(count)}.`,
    bounded: (count) => `منها حوادث يُعرف لها حد، وهو في الجدول: ${number.whole(count)}.`,
  },

  finding: {
    nothing: "لا شيء مسجل",
    nothingThrough: (day) => `لا شيء مسجل حتى ${day}`,
    noAmountThrough: (day) => `لا مبلغ فوق الصفر حتى ${day}`,
    noneThrough: (day, isMoney) => `لا ${isMoney ? "مبلغ مسجلاً" : "حادثة مسجلة"} حتى ${day}`,
    sizeUnknown: (count) =>
      count === 1
        ? "قيمة الحادثة الوحيدة غير معروفة"
        : `قيمة كل الحوادث (${number.whole(count)}) غير معروفة`,
    nothingAboveZero: "لا شيء فوق الصفر",
    nothingReturned: "لا يُعرف أن شيئاً أعيد",
    noBestEstimate: (count) => `لا تقدير أفضل معروفاً لأي من الحوادث (${number.whole(count)})`,
    largestPeriod: (period, interval, amount) =>
      `أكبر ${INTERVAL[interval]} هو ${period}، بـ${amount}`,
    largestMedianPeriod: (period, interval, amount) =>
      `أكبر ${INTERVAL[interval]} بحسب الوسيط هو ${period}، بـ${amount}`,
    shareOfAll: (percent, all, part) => `${percent} من الكل (${all}): ${partName(part)}`,
    largestMedian: (name, amount, all) =>
      `الأكبر وسيطاً: ${isolated(name)}، بـ${amount}، مقابل ${all} لكل الحوادث`,
    largestPart: (found, part) =>
      `${found}، ${part.isMost ? "معظمه" : "وأكبر أجزائه"}: ${partName(part)}`,
    largestOf: (name, amount, share) => `الأكبر: ${isolated(name)}، بـ${amount}، ${share} من الكل`,
    severalChains: "الجزء الواقع على شبكات عدة",
    partNotKnown: "الجزء غير المعروف",
    largestIncident: (name, day, amount, share) =>
      `الأكبر: ${isolated(name)} (${day})، بـ${amount}، ${share} من الكل`,
    largestDot: (name, day, amount) => `الأكبر: ${isolated(name)} (${day})، بـ${amount}`,
    reaching: (count, of, amount) =>
      `؛ ${number.whole(count)} من أصل ${number.whole(of)} تبلغ ${amount}`,
    nobodyNamed: (count, isSurely) =>
      `${count === 1 ? "الحادثة الوحيدة غير" : `لا حادثة من أصل ${number.whole(count)}`} منسوبة إلى أي جهة${isSurely ? " بهذه الثقة" : ""}`,
    noAmountNamed: "لا مبلغ معروفاً مما نُسب",
    nothingNamed: "لا شيء منسوب",
    mostNamed: (name, range, share) =>
      `أكثر ما نُسب هو إلى ${isolated(name)}: ${range}${share === null ? "" : `، ${share} من الكل`}`,
    restNamed: (amount, _, isSurely) =>
      `؛ غير منسوب${isSurely ? " أو منسوب بثقة أقل" : ""}: ${amount}`,
    largestYear: (name, year, amount) => `الأكبر: ${isolated(name)} في ${year}، بـ${amount}`,
    reached: (year, amount, day) => `عام ${year} حتى ${day}: ${amount}`,
    reachedUnknown: (year, day) => `ما بلغه عام ${year} حتى ${day} غير معروف`,
    againstYear: (reached, amount, year) =>
      `${reached}؛ وفي اليوم نفسه من ${year}: ${amount ?? "مبلغ غير معروف"}`,
  },

  table: {
    interval: { month: "الشهر", quarter: "الربع", year: "العام" },
    dimension: {
      category: "الفئة",
      technique: "الأسلوب",
      target: "نوع الهدف",
      chain: "الشبكة",
      actor: "الجهة",
    },
    incident: "الحادثة",
    date: "التاريخ",
    incidents: "عدد الحوادث",
    share: "الحصة من الكل",
    lowest: "الأدنى",
    highest: "الأعلى",
    through: "حتى",
    endOfFebruary: "نهاية فبراير",
    amounts: {
      gross: "الخسائر بالدولار",
      net: "صافي الخسائر بالدولار",
      returned: "المعاد بالدولار",
      count: "عدد الحوادث",
      median: "وسيط الخسائر بالدولار",
    },
    inDollars: (heading, year) => heading.replace("بالدولار", `بدولارات عام ${year}`),
    unknownSize: "بقيمة غير معروفة",
    nobodySaid: "لم يُذكر",
    all: "كل الحوادث، كل منها مرة واحدة",
    allCategories: "كل الفئات",
    allOnce: "الكل، كل منها مرة واحدة",
    allYears: "كل الأعوام",
    allYearsIncidents: "كل الأعوام، عدد الحوادث",
    undated: (year, interval) => `${year}، ${THE_INTERVAL[interval]} غير معروف`,
    ofWhich: (confidence) => `منها ${ARABIC.confidence[confidence]}`,
    more: (count) => `حوادث أخرى، أصغر أو بقيمة غير معروفة: ${number.whole(count)}`,
    upTo: (amount) => `حتى ${amount}`,
    atLeast: (amount) => `${amount} على الأقل`,
    between: (low, high) => `${low} إلى ${high}`,
  },

  statistics: ARABIC_STATISTICS,

  frame: {
    source: (version) => `Lossline، الإصدار ${version}`,
    line: (source, through, licence) => `المصدر: ${source}، محسوب حتى ${through}. ${licence}.`,
    sourceBefore: "المصدر: ",
    toPage: "الأرقام وطريقة حسابها (بالإنجليزية)",
  },
  publisher: {
    note: (text) => `ملاحظة الناشر: ${text}`,
    annotation: (name, text) => `تعليق الناشر على ${isolated(name)}: ${text}`,
    credit: (name) => `حقوق: ${isolated(name)}`,
    parts: {
      headline: "العنوان",
      subtitle: "العنوان الفرعي",
      note: "الملاحظة",
      alt: "النص البديل",
      highlight: "الإبراز",
      mark: "التعليق",
    },
    annotations: "التعليقات",
    whose: (parts) => `${parts}: من الناشر`,
    data: (source) => `البيانات: ${source}`,
    semicolon: "؛ ",
  },
};
