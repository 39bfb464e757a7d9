import type { StatisticWords } from "./statistic-words";

export const CHINESE_STATISTICS: StatisticWords = {
  subject: {
    quantiles: "损失中位数与四分位数",
    largestShare: (count) => `最大${count}起损失的占比`,
    recovery: "归还率",
    thresholds: "达到各门槛的事件数",
  },
  below: (amount) => `低于${amount}`,
  between: (from, below) => `${from}至低于${below}`,
  andMore: (amount) => `${amount}及以上`,
  ofWhole: (part, whole) => `${whole}中的${part}`,
  note: {
    quantiles:
      "条形为中位数，横线从下四分位数到上四分位数，已知损失的一半在其间。落在两起之间的分位数取中间值。",
    few: (least, names) => `已知不足${least}起，仅供参考：${names}。`,
    all: (count, names) => `金额已知的损失不超过${count}起，占比即为全部：${names}。`,
    recovery: (known, incidents) =>
      `归还÷损失，仅限两者均已知的事件（${incidents}起中的${known}起）。未归还很少被记录，因此比率偏高。`,
    ofAll: (percent, lost) => `在全部已知损失${lost}中，至少归还了${percent}。`,
    thresholds: "每一行也包含门槛更高各行的事件。",
  },
  finding: {
    quantiles: (median, lower, upper) =>
      `全部已知损失的中位数为${median}，一半介于${lower}与${upper}之间`,
    largest: (count, percent, sum) => `全部中最大的${count}起占${sum}的${percent}`,
    recovery: (percent, lost, known, incidents) =>
      `${incidents}起中已知的${known}起归还了${lost}的${percent}`,
    noRecovery: "没有损失与归还金额均已知的事件",
    commonest: (size, count, known) => `最常见的规模是${size}，${known}起中有${count}起`,
    reaching: (count, known, amount, share) =>
      `金额已知的${known}起中有${count}起达到${amount}，占总额的${share}`,
  },
  table: {
    year: "年份",
    size: "损失规模",
    atLeast: "门槛",
    quantile: (percent) => `${percent}分位数（美元）`,
    known: "金额已知的事件数",
    largest: "最大一起（美元）",
    largestTogether: (count) => `最大${count}起（美元）`,
    withoutLargest: "不含最大一起（美元）",
    withoutTogether: (count) => `不含最大${count}起（美元）`,
    shareOfLargest: (count) => `最大${count}起的占比`,
    returnedOfKnown: "两者均已知的归还金额（美元）",
    lostOfKnown: "两者均已知的损失（美元）",
    rateOfKnown: "其归还率",
    rateOfAll: "占全部已知损失至少",
    knownReturns: "两者均已知的事件数",
  },
};
