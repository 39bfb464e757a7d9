import type { StatisticWords } from "./statistic-words";

export const JAPANESE_STATISTICS: StatisticWords = {
  subject: {
    quantiles: "被害額の中央値と四分位数",
    largestShare: (count) => `上位${count}件の被害額の割合`,
    recovery: "返還率",
    thresholds: "基準額以上の件数",
  },
  below: (amount) => `${amount}未満`,
  between: (from, below) => `${from}以上${below}未満`,
  andMore: (amount) => `${amount}以上`,
  ofWhole: (part, whole) => `${whole}のうち${part}`,
  note: {
    quantiles:
      "棒は中央値、線は第1～第3四分位数の範囲（金額が判明した被害の半数）。2件の間に当たる分位点は両者の中間。",
    few: (least, names) => `判明が${least}件未満で参考値：${names}。`,
    all: (count, names) => `金額が判明した被害が${count}件以下のため、割合は全体となる：${names}。`,
    recovery: (known, incidents) =>
      `返還額÷被害額。両方が判明した事案のみ（${incidents}件中${known}件）。返還なしはほとんど記録されないため、率は高め。`,
    ofAll: (percent, lost) => `判明した全被害（${lost}）に対しては少なくとも${percent}が返還。`,
    thresholds: "各行には、より高い基準額の行の事案も含まれます。",
  },
  finding: {
    quantiles: (median, lower, upper) =>
      `金額が判明した全被害の中央値は${median}、半数は${lower}から${upper}の間`,
    largest: (count, percent, sum) => `全体の上位${count}件が${sum}の${percent}`,
    recovery: (percent, lost, known, incidents) =>
      `${incidents}件中、判明している${known}件では${lost}の${percent}が返還`,
    noRecovery: "被害額と返還額の両方が判明した事案なし",
    commonest: (size, count, known) => `最も多い規模は${size}で、${known}件中${count}件`,
    reaching: (count, known, amount, share) =>
      `金額が判明した${known}件中${count}件が${amount}以上で、合計の${share}`,
  },
  table: {
    year: "年",
    size: "被害額の規模",
    atLeast: "基準額",
    quantile: (percent) => `${percent}分位点（米ドル）`,
    known: "金額が判明した件数",
    largest: "最大の被害（米ドル）",
    largestTogether: (count) => `上位${count}件（米ドル）`,
    withoutLargest: "最大の被害を除く（米ドル）",
    withoutTogether: (count) => `上位${count}件を除く（米ドル）`,
    shareOfLargest: (count) => `上位${count}件の割合`,
    returnedOfKnown: "両方判明した事案の返還額（米ドル）",
    lostOfKnown: "両方判明した事案の被害額（米ドル）",
    rateOfKnown: "その返還率",
    rateOfAll: "判明した全被害に対して少なくとも",
    knownReturns: "両方判明した件数",
  },
};
