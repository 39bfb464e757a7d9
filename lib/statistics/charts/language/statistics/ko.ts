import type { StatisticWords } from "./statistic-words";

export const KOREAN_STATISTICS: StatisticWords = {
  subject: {
    quantiles: "피해액 중앙값과 사분위수",
    largestShare: (count) => `상위 ${count}건의 피해액 비중`,
    recovery: "반환율",
    thresholds: "기준액 이상 사건 수",
  },
  below: (amount) => `${amount} 미만`,
  between: (from, below) => `${from} 이상 ${below} 미만`,
  andMore: (amount) => `${amount} 이상`,
  ofWhole: (part, whole) => `${whole} 중 ${part}`,
  note: {
    quantiles:
      "막대는 중앙값, 선은 제1~제3사분위수 범위(알려진 피해의 절반). 두 피해 사이의 분위수는 그 중간값.",
    few: (least, names) => `알려진 것이 ${least}건 미만인 참고값: ${names}.`,
    all: (count, names) => `금액이 알려진 피해가 ${count}건 이하여서 비중이 전체임: ${names}.`,
    recovery: (known, incidents) =>
      `반환액÷피해액. 둘 다 알려진 사건만(${incidents}건 중 ${known}건). 반환이 없었다는 기록은 드물어 비율이 높게 나옴.`,
    ofAll: (percent, lost) => `알려진 전체 피해 ${lost} 대비 최소 ${percent} 반환.`,
    thresholds: "각 줄에는 더 높은 기준액 줄의 사건도 포함됩니다.",
  },
  finding: {
    quantiles: (median, lower, upper) =>
      `알려진 전체 피해의 중앙값 ${median}, 절반은 ${lower}에서 ${upper} 사이`,
    largest: (count, percent, sum) => `전체 상위 ${count}건이 ${sum}의 ${percent}`,
    recovery: (percent, lost, known, incidents) =>
      `${incidents}건 중 알려진 ${known}건에서 ${lost}의 ${percent} 반환`,
    noRecovery: "피해액과 반환액이 모두 알려진 사건 없음",
    commonest: (size, count, known) => `가장 흔한 규모: ${size}, ${known}건 중 ${count}건`,
    reaching: (count, known, amount, share) =>
      `금액이 알려진 ${known}건 중 ${count}건이 ${amount} 이상, 합계의 ${share}`,
  },
  table: {
    year: "연도",
    size: "피해 규모",
    atLeast: "기준액",
    quantile: (percent) => `${percent} 분위수(미국 달러)`,
    known: "금액이 알려진 사건 수",
    largest: "최대 피해(미국 달러)",
    largestTogether: (count) => `상위 ${count}건(미국 달러)`,
    withoutLargest: "최대 피해 제외(미국 달러)",
    withoutTogether: (count) => `상위 ${count}건 제외(미국 달러)`,
    shareOfLargest: (count) => `상위 ${count}건의 비중`,
    returnedOfKnown: "둘 다 알려진 사건의 반환액(미국 달러)",
    lostOfKnown: "둘 다 알려진 사건의 피해액(미국 달러)",
    rateOfKnown: "그 반환율",
    rateOfAll: "알려진 전체 피해 대비 최소",
    knownReturns: "둘 다 알려진 사건 수",
  },
};
