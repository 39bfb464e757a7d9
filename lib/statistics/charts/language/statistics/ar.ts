import type { StatisticWords } from "./statistic-words";

// As in the rest of the Arabic words, counts stand behind a colon, where no noun has to agree with them.

export const ARABIC_STATISTICS: StatisticWords = {
  subject: {
    quantiles: "وسيط الخسائر وربيعاها",
    largestShare: (count) => `حصة أكبر الخسائر (${count})`,
    recovery: "معدل الاسترداد",
    thresholds: "الحوادث التي تبلغ عتبات معينة",
  },
  below: (amount) => `أقل من ${amount}`,
  between: (from, below) => `من ${from} إلى أقل من ${below}`,
  andMore: (amount) => `${amount} فأكثر`,
  ofWhole: (part, whole) => `${part} من ${whole}`,
  note: {
    quantiles:
      "الأشرطة وسطاء، والخطوط من الربيع الأدنى إلى الأعلى وبينهما نصف الخسائر المعروفة. وبين خسارتين يؤخذ المنتصف.",
    few: (least, names) => `المعروف أقل من ${least}، فدلالته ضعيفة: ${names}.`,
    all: (count, names) => `خسائر معروفة لا يزيد عددها على ${count}، فحصتها هي الكل: ${names}.`,
    recovery: (known, incidents) =>
      `المعاد ÷ الخسارة، حيث يُعرف الأمران: ${known} من ${incidents}. ونادرًا ما يُسجَّل أن شيئًا لم يُعَد، فيرتفع المعدل.`,
    ofAll: (percent, lost) => `من كل الخسائر المعروفة، ${lost}، أعيد ${percent} على الأقل.`,
    thresholds: "كل سطر يضم أيضًا حوادث الأسطر ذات العتبات الأعلى.",
  },
  finding: {
    quantiles: (median, lower, upper) =>
      `وسيط كل الخسائر المعروفة: ${median}، ونصفها بين ${lower} و${upper}`,
    largest: (count, percent, sum) => `أكبر الخسائر كلها (${count}): ${percent} من ${sum}`,
    recovery: (percent, lost, known, incidents) =>
      `أعيد ${percent} من ${lost}، في الحوادث التي يُعرف عنها ذلك: ${known} من ${incidents}`,
    noRecovery: "لا حادثة يُعرف عنها ما خُسر وما أعيد معًا",
    commonest: (size, count, known) => `الحجم الأكثر تكرارًا: ${size}، ${count} من ${known}`,
    reaching: (count, known, amount, share) =>
      `الحوادث المعروفة القيمة التي تبلغ ${amount}: ${count} من ${known}، ولها ${share} من الكل`,
  },
  table: {
    year: "السنة",
    size: "حجم الخسارة",
    atLeast: "على الأقل",
    quantile: (percent) => `الحد عند ${percent} بالدولار`,
    known: "الحوادث المعروفة القيمة",
    largest: "الأكبر بالدولار",
    largestTogether: (count) => `الأكبر (${count}) بالدولار`,
    withoutLargest: "من دون الأكبر بالدولار",
    withoutTogether: (count) => `من دون الأكبر (${count}) بالدولار`,
    shareOfLargest: (count) => `حصة الأكبر (${count})`,
    returnedOfKnown: "المعاد حيث يُعرف الأمران بالدولار",
    lostOfKnown: "الخسارة حيث يُعرف الأمران بالدولار",
    rateOfKnown: "معدل استردادها",
    rateOfAll: "من كل الخسائر المعروفة على الأقل",
    knownReturns: "الحوادث التي يُعرف عنها الأمران",
  },
};
