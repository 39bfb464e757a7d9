import { LAST_INDEX_YEAR, PRICE_INDEX_SOURCE } from "@/lib/values/money/price-index";
import type { ChartWords, LargestPart } from "./chart-words";
import { dateWords } from "./date-words";
import { numberWords } from "./number-words";
import { CHINESE_STATISTICS } from "./statistics/zh";

// 简体中文：金额以万、亿为单位，每个数字自带单位。

const number = numberWords({
  decimal: ".",
  group: ",",
  unknown: "不详",
  money: (digits, letters) => `${digits}${letters}美元`,
  units: [
    { size: 1e8, letters: "亿" },
    { size: 1e4, letters: "万" },
  ],
  columns: null,
  unitNames: { US$: "美元", "US$ million": "美元", "US$ billion": "美元" },
  cells: { size: 1e8, name: "亿美元" },
  percent: (digits) => `${digits}%`,
});

const short = (day: number, month: number, year: number | null) =>
  `${year === null ? "" : `${year}年`}${month}月${day}日`;
const ofDay = (day: string, withYear: boolean) =>
  short(Number(day.slice(8)), Number(day.slice(5, 7)), withYear ? Number(day.slice(0, 4)) : null);

const date = dateWords({
  months: Array.from({ length: 12 }, (_, month) => `${month + 1}月`),
  long: (day, month, year) => `${year}年${month}月${day === null ? "" : `${day}日`}`,
  short,
  month: (month, year) => `${year}年${month}月`,
  days: (first, last, month, year) => `${short(first, month, year)}–${last}日`,
  monthsOf: (first, last, year) => `${year}年${first}–${last}月`,
  range: (first, last) => `${first}–${last}`,
  daysOfYear: (first, last) => `${ofDay(first, true)}–${ofDay(last, false)}`,
  years: (first, last) => (first === last ? `${first}年` : `${first}–${last}年`),
  sinceStart: (day) => `截至${day}`,
  yearThrough: (year, day) => `${year}年（截至${day}）`,
  cut: (end, day) => `${end === "to" ? "至" : "自"}${day}`,
  dayAlone: (day) => `${day}日`,
  quarter: (each) => `${each}季度`,
  quarterOf: (each, year) => `${year}年第${each}季度`,
  throughYear: (year) => `至’${year.slice(2)}`,
});

const incidents = (count: number) => `${number.whole(count)}起事件`;
const list = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join("、")}和${parts.at(-1)}`;
const lag = (within: number) =>
  `每20起已收录的盗窃中有19起在${number.whole(within)}天内出现首个来源`;
const INTERVAL = { month: "月份", quarter: "季度", year: "年份" } as const;
const EACH = { month: "月", quarter: "季度", year: "年" } as const;
const NOUNS = {
  actor: "个行为者",
  incident: "起事件",
  technique: "种手法",
  target: "类目标",
  chain: "条链",
} as const;
const LEVELS = {
  confirmed: "“已确认”由政府、法院或窃贼本人确认",
  likely: "“很可能”有两个以上独立方或有力的链上证据",
  suspected: "“有嫌疑”由一名分析者或一家公司提出",
} as const;

function partName({ kind, by, label }: LargestPart): string {
  if (kind === "unknown")
    return {
      category: "方式不详",
      technique: "手法不详",
      target: "目标不详",
      chain: "所在链不详",
      actor: "未归因于任何人",
    }[by];
  if (kind === "several") return by === "chain" ? "涉及多条链" : "归因于多个行为者";
  return label;
}

export const CHINESE: ChartWords = {
  language: "zh",
  direction: "ltr",
  isUnspaced: true,
  comma: "，",
  stop: "。",
  colon: "：",
  number,
  date,
  incidents,
  list,

  subject: {
    gross: "损失",
    net: "净损失",
    returned: "已归还金额",
    count: "事件数",
    median: "损失中位数",
  },
  share: {
    gross: "损失占比",
    net: "净损失占比",
    returned: "已归还金额占比",
    count: "事件数占比",
    median: "损失中位数占比",
  },
  cumulative: {
    gross: "累计损失",
    net: "累计净损失",
    returned: "累计归还金额",
    count: "累计事件数",
    median: "累计损失中位数",
  },
  eachIncident: "各起事件",
  largest: {
    gross: "最大损失",
    net: "最大净损失",
    returned: "最大归还金额",
    count: "最大损失",
    median: "最大损失",
  },
  largestOfMany: (count, measure) =>
    `${({ gross: "损失", net: "净损失", returned: "归还金额", count: "损失", median: "损失" } as const)[measure]}最大的${count}起`,
  splitNames: {
    month: "月",
    quarter: "季度",
    year: "年",
    category: "类别",
    technique: "手法",
    target: "目标类型",
    chain: "链",
    actor: "被归因者",
    day: "日期",
    size: "金额",
  },
  split: (names) => `按${names.join("和")}`,
  title: ({ subject, split, dollars, filters, span, against }) =>
    [
      against === null ? span : `${span}，对比${against}`,
      ...(dollars === null ? [] : [`按${dollars}年美元`]),
      ...filters,
      split === null ? subject : `${split}划分的${subject}`,
    ].join("，"),
  moreFilters: (count) => `另有${count}项筛选`,

  category: {
    "contract-exploit": "智能合约漏洞利用",
    "flash-loan": "闪电贷攻击",
    "wallet-compromise": "钱包失陷",
    phishing: "网络钓鱼",
    "exit-scam": "卷款跑路",
    unknown: "不详",
  },
  technique: {
    reentrancy: "重入攻击",
    "oracle-manipulation": "操纵预言机或价格",
    "access-control": "访问控制缺失或失效",
    "input-validation": "输入校验不足",
    arithmetic: "计算、舍入或精度错误",
    "logic-error": "业务逻辑错误",
    "bridge-verification": "跨链桥或证明验证缺陷",
    "governance-attack": "治理攻击",
    "signature-replay": "签名或重放缺陷",
    "mint-bug": "无支撑铸币",
    misconfiguration: "配置错误",
    "compiler-bug": "编译器或库缺陷",
    "consensus-attack": "51%或共识攻击",
    "weak-randomness": "弱随机数",
    "private-key-compromise": "私钥被盗",
    "hot-wallet-breach": "热钱包被入侵，原因未公开",
    "supply-chain": "供应链攻击",
    "infrastructure-breach": "服务器或云被入侵",
    "signer-deception": "签名者受骗（盲签）",
    insider: "内部人员",
    "social-engineering": "社会工程",
    "frontend-hijack": "前端或DNS劫持",
    "approval-phishing": "授权钓鱼",
    "address-poisoning": "地址投毒",
    "rug-pull": "抽走资金池",
    ponzi: "庞氏骗局或虚假投资",
    "mev-bot-exploit": "MEV或交易机器人漏洞利用",
    unknown: "不详",
  },
  target: {
    exchange: "交易所",
    "payment-processor": "支付服务商",
    gambling: "博彩",
    wallet: "钱包",
    bridge: "跨链桥",
    lending: "借贷",
    dex: "去中心化交易所",
    yield: "收益或质押",
    stablecoin: "稳定币",
    derivatives: "衍生品",
    token: "代币",
    nft: "NFT",
    gaming: "游戏",
    dao: "DAO或金库",
    blockchain: "区块链",
    custodian: "托管机构或基金",
    infrastructure: "基础设施",
    "mev-bot": "MEV机器人",
    individual: "个人",
    other: "其他",
  },
  targets: {
    exchange: "目标为交易所",
    "payment-processor": "目标为支付服务商",
    gambling: "目标为博彩服务",
    wallet: "目标为钱包",
    bridge: "目标为跨链桥",
    lending: "目标为借贷服务",
    dex: "目标为去中心化交易所",
    yield: "目标为收益和质押服务",
    stablecoin: "目标为稳定币",
    derivatives: "目标为衍生品服务",
    token: "目标为代币",
    nft: "目标为NFT项目",
    gaming: "目标为游戏",
    dao: "目标为DAO和金库",
    blockchain: "目标为区块链",
    custodian: "目标为托管机构和基金",
    infrastructure: "目标为基础设施",
    "mev-bot": "目标为MEV机器人",
    individual: "目标为个人",
    other: "其他类型的目标",
  },
  confidence: { suspected: "有嫌疑", likely: "很可能", confirmed: "已确认", acquitted: "被判无罪" },
  sourcing: { one: "仅基于一个来源", copies: "仅有转载" },
  legalStatus: (status, when) =>
    (when === null || status === "convicted-deceased" ? "" : when) +
    {
      charged: "被起诉，未经审判",
      convicted: "被定罪",
      "pleaded-guilty": "认罪",
      acquitted: "被判无罪",
      "not-tried": "未经审判",
      "convicted-deceased": when === null ? "被定罪，后去世" : `被定罪，${when}去世`,
      "charged-group": "被起诉",
      deceased: "去世",
      unknown: "案件状态不详",
    }[status],
  inside: (term) => term,

  filter: {
    byNobody: "未归因于任何人",
    by: (name) => `归因于${name}`,
    byAnyone: "有归因",
    surely: {
      confirmed: "已确认的归因",
      likely: "很可能和已确认的归因",
      suspected: "所有归因",
    },
    unknownMeans: "方式不详",
    unknownTechnique: "手法不详",
    at: (name) => `目标为${name}`,
    spelt: (name) => `目标为“${name}”`,
    on: (chain) => `在${chain}上`,
    least: (amount) => `每起至少${amount}`,
    marked: (label) => `标有“${label}”`,
    upTo: (top) => `最多显示${top}项`,
    mentioning: (text) => `含“${text}”`,
    estimates: { best: "最佳估计", low: "低位估计", high: "高位估计" },
  },
  rule: {
    gross: "总额",
    net: "扣除已归还部分",
    returned: "已知归还",
    median: "金额已知事件的中位数",
    category: (term) => `类别：${term}`,
    technique: (term) => `手法：${term}`,
    target: (term) => `目标：${term}`,
    leastSure: (confidence) =>
      ({
        confirmed: "仅限已确认的归因",
        likely: "很可能和已确认的归因",
        suspected: "所有归因",
      })[confidence],
  },
  subtitle: {
    amounts(unit, when) {
      if (when === null) return unit;
      return when === "theft" ? `被盗时的${unit}` : `${unit}，按${when}年美元计（美国CPI-U）`;
    },
    percentOfIncidents: "占事件数的百分比",
    percentOfDollars: "占美元金额的百分比",
    numberOfIncidents: "事件数",
    cumulative: "累计",
    logarithmic: "对数轴",
    earlierInFull: "；此前各年为全年",
  },

  kind: {
    bars: "条形图",
    columns: "柱状图",
    stacked: "堆叠柱状图",
    steps: "阶梯折线图",
    logSteps: "对数阶梯折线图",
    dots: "散点图",
    logDots: "对数散点图",
    heat: "热力图",
  },
  alternative: (kind, title, finding) => `${kind}：${title}。${finding}。`,

  label: {
    unknown: "不详",
    notKnown: "不详",
    noChain: "未提及链",
    notAttributed: "未归因",
    attributed: "已归因",
    notAttributedKey: "未归因",
    severalChains: "涉及多条链",
    severalActors: "多个行为者",
    others: (count) => `其他${count}项`,
    nothing: "没有已收录的事件符合此选择。",
    none: "无",
    overall: "总体",
    notYetCovered: "尚未覆盖",
    notCounted: "未计入",
    byDay: (day, amount) => `截至${day}：${amount}`,
    yearAmount: (year, amount) => `${year}：${amount}`,
    partlyUnknown: (count, unknown) => `${incidents(count)}，其中${unknown}起金额不详`,
    partlyReturned: (count, known) => `${incidents(count)}，已知${known}起`,
    rest(count, noun, most, measure) {
      const said = `另有${number.whole(count)}${NOUNS[noun]}`;
      if (most !== null) return `${said}，${count === 1 ? "" : "各"}不超过${most}`;
      return `${said}，${measure === "returned" ? "均无所知" : "金额不详"}`;
    },
    range: (least, surest, most, leastSure) =>
      `${least}（${CHINESE.confidence[surest]}）至${most}（${CHINESE.confidence[leastSure]}）`,
    acquitted: (amount) => `${amount}（被判无罪）`,
    sure: (amount, confidence) => `${amount}（${CHINESE.confidence[confidence]}）`,
  },

  note: {
    unknownSize: (count, measure) =>
      measure === "returned"
        ? `未计入${incidents(count)}：无人说明归还了多少。`
        : `未计入金额不详的${incidents(count)}。`,
    imprecise: (count) => `${incidents(count)}仅知年月或年份，标在该时段的开头。`,
    unfinished({ interval, dashed, from, through, blank, last }) {
      const why = blank === "uncovered" ? "尚未覆盖，并非为零" : "空白，并非为零";
      const rest = blank === "none" ? "" : `；其后的${INTERVAL[interval]}${why}`;
      if (dashed === 0) return `计至${last}${rest}。`;
      const counted = `${from === null ? "" : `自${from}起`}${through === null ? "" : `至${through}`}`;
      return `虚线${INTERVAL[interval]}仅计${counted}${rest}。`;
    },
    young: (interval, _, within, mayShrink) =>
      `阴影${INTERVAL[interval]}的数字仍可能${mayShrink ? "变化" : "增加"}：${lag(within)}。`,
    columnShare: (interval, measure) =>
      `100%为一个${EACH[interval]}${measure === "count" ? "的事件数" : "已知金额之和"}，即柱上的数字。`,
    totalShare: (measure, total) =>
      `100%为${measure === "count" ? "全部" : "已知金额之和"}：${total}。`,
    treeShare: "行为者及其组成部分的条形涉及相同事件，合计会超过100%。",
    logLines: "纵轴为对数轴：每条横线是下一条的十倍。折线从首个金额开始，因为零无处可放。",
    median: (interval, least, most) =>
      `每个${EACH[interval]}的中位数基于${least === most ? "" : `${number.whole(least)}至`}${incidents(most)}。`,
    inDollars: (year, isBack) =>
      `每笔金额乘以${year}年美国消费者价格指数（CPI-U，所有项目，年均），再除以被盗当年的指数${isBack ? "，后来归还的部分亦然" : ""}。指数：${PRICE_INDEX_SOURCE.publisher}，系列${PRICE_INDEX_SOURCE.series}。`,
    noIndexYet: (first, hasLater) =>
      `${first}年${hasLater ? "及以后" : ""}尚无年均指数：这些金额按${LAST_INDEX_YEAR}年计。`,
    thresholdAtTheft: "所要求的最低金额以被盗时为准。",
    severalActors: (count) => `${incidents(count)}归因于互不隶属的多个行为者，计入“多个行为者”。`,
    chargedTogether: (shared, together) =>
      together === 0
        ? ""
        : together < shared
          ? `其中${together}起为共同被起诉。`
          : "均为共同被起诉。",
    dividedChains: (count) => `涉及多条链的${incidents(count)}按各链资产所示分别计入。`,
    undividedChains: "“涉及多条链”：没有来源说明各链损失多少的事件。",
    undated: (count, interval) =>
      `${incidents(count)}仅知年份，不计入任何${EACH[interval]}，在表中单列。`,
    interval: (fitting) =>
      `因时段较长，每柱为一个${EACH[fitting]}；也可选择${fitting === "quarter" ? "月或年" : "月或季度"}。`,
    lessSure: (confidence) =>
      `“未归因”也包括确定程度低于“${CHINESE.confidence[confidence]}”的归因。`,
    uncovered: (day) => `${day}之后的日期尚未覆盖。`,
    mayGain: (day, within) => `${day}以来仍可能补充盗窃事件：${lag(within)}。`,
    unplaced: (count, isUnknown, amount) =>
      `因日期不详而未列入：${incidents(count)}${isUnknown ? "，金额不详" : amount === null ? "" : `，${amount}`}。`,
    published: (newest, old, version, was) =>
      `按规则${newest}计算。发布时按规则${old}，第${version}版为${was}。`,
    levels: (shown) =>
      `每起事件按指名该行为者或其组成部分的最确定的说法计入：${shown.map((level) => LEVELS[level]).join("；")}。`,
    acquitted: "“被判无罪”：曾归因于某人、后其被判无罪的部分，不属于任何确定程度。",
    actorRanges: (measure, span, named) =>
      `按归因划分的${CHINESE.subject[measure]}，${span}：${named.map(([name, range]) => `${name}为${range}`).join("；")}。`,
    indentedBars: "缩进的行为者属于其上一级，上一级的条形包含其事件，各计一次。",
    indentedRows: "缩进的行为者属于其上一级，上一级的行包含其事件，各计一次。",
    sharedActors: (count) => `${incidents(count)}归因于多个行为者，对每个各计一次。`,
    blank: "空白：没有计入的事件。",
    dashed: (day) => `虚线标出${day}，即各年比较之日。`,
    otherSources: (year, years) => `${years}的来源与${year}年不同：变化可能来自来源，而非盗窃。`,
    impreciseSteps: (count) => `${incidents(count)}仅知年月或年份，自该时段最后一天起计入。`,
    unknownByYear: (byYear, measure) =>
      `未计入${measure === "returned" ? "无人说明归还多少" : "金额不详"}的事件（${byYear}）。`,
    ranges: "细线表示各来源给出的最低至最高金额。",
    below: (count, amount) => `低于${amount}的${incidents(count)}标在轴底。`,
    unknownTicks: (count) => `金额不详的${incidents(count)}在轴下以短线标出。`,
    bounded: (count) => `其中${number.whole(count)}起有已知界限，见表。`,
  },

  finding: {
    nothing: "没有收录任何事件",
    nothingThrough: (day) => `截至${day}没有收录任何事件`,
    noAmountThrough: (day) => `截至${day}没有大于零的金额`,
    noneThrough: (day, isMoney) => `截至${day}没有收录${isMoney ? "金额" : "事件"}`,
    sizeUnknown: (count) =>
      count === 1 ? "唯一事件的金额不详" : `全部${incidents(count)}的金额不详`,
    nothingAboveZero: "没有大于零的金额",
    nothingReturned: "没有已知的归还",
    noBestEstimate: (count) => `${incidents(count)}均无最佳估计`,
    largestPeriod: (period, interval, amount) =>
      `${period}是金额最高的${INTERVAL[interval]}，为${amount}`,
    largestMedianPeriod: (period, interval, amount) =>
      `${period}是中位数最高的${INTERVAL[interval]}，为${amount}`,
    shareOfAll: (percent, all, part) => `占总数（${all}）${percent}的是：${partName(part)}`,
    largestMedian: (name, amount, all) => `中位数最高的是${name}，为${amount}，全部事件为${all}`,
    largestPart: (found, part) =>
      `${found}，${part.isMost ? "大部分为" : "其中最大部分为"}：${partName(part)}`,
    largestOf: (name, amount, share) => `最高的是${name}，为${amount}，占总数的${share}`,
    severalChains: "涉及多条链的部分",
    partNotKnown: "不详的部分",
    largestIncident: (name, day, amount, share) =>
      `最大的是${name}（${day}），为${amount}，占总数的${share}`,
    largestDot: (name, day, amount) => `最大的是${name}（${day}），为${amount}`,
    reaching: (count, of, amount) => `；${incidents(of)}中有${count}起达到${amount}`,
    nobodyNamed: (count, isSurely) =>
      count === 1
        ? `唯一的事件未${isSurely ? "如此确定地" : ""}归因于任何人`
        : `${incidents(count)}均未${isSurely ? "如此确定地" : ""}归因于任何人`,
    noAmountNamed: "已归因部分的金额均不详",
    nothingNamed: "没有任何归因",
    mostNamed: (name, range, share) =>
      `归因最多的是${name}，为${range}${share === null ? "" : `，占总数的${share}`}`,
    restNamed: (amount, _, isSurely) => `；未归因${isSurely ? "或确定程度较低" : ""}的为${amount}`,
    largestYear: (name, year, amount) => `最高的是${year}年的${name}，为${amount}`,
    reached: (_, amount, day) => `截至${day}为${amount}`,
    reachedUnknown: (_, day) => `截至${day}的金额不详`,
    againstYear: (reached, amount, year) => `${reached}；${year}年同日为${amount ?? "不详的金额"}`,
  },

  table: {
    interval: { month: "月", quarter: "季度", year: "年" },
    dimension: {
      category: "类别",
      technique: "手法",
      target: "目标类型",
      chain: "链",
      actor: "行为者",
    },
    incident: "事件",
    date: "日期",
    incidents: "事件数",
    share: "占总数",
    lowest: "最低",
    highest: "最高",
    through: "截至",
    endOfFebruary: "2月底",
    amounts: {
      gross: "损失（美元）",
      net: "净损失（美元）",
      returned: "已归还（美元）",
      count: "事件数",
      median: "损失中位数（美元）",
    },
    inDollars: (heading, year) => heading.replace("（美元）", `（${year}年美元）`),
    unknownSize: "金额不详",
    nobodySaid: "无人说明",
    all: "全部事件，各计一次",
    allCategories: "全部类别",
    allOnce: "全部，各计一次",
    allYears: "全部年份",
    allYearsIncidents: "全部年份，事件数",
    undated: (year, interval) => `${year}年，${EACH[interval]}不详`,
    ofWhich: (confidence) => `其中${CHINESE.confidence[confidence]}`,
    more: (count) => `另有金额较小或不详的${incidents(count)}`,
    upTo: (amount) => `至多${amount}`,
    atLeast: (amount) => `至少${amount}`,
    between: (low, high) => `${low}至${high}`,
  },

  statistics: CHINESE_STATISTICS,

  frame: {
    source: (version) => `Lossline第${version}版`,
    line: (source, through, licence) => `来源：${source}，计至${through}。${licence}。`,
    sourceBefore: "来源：",
    toPage: "数字及计算方法（英文）",
  },
  publisher: {
    note: (text) => `媒体注：${text}`,
    annotation: (name, text) => `媒体对${name}的标注：${text}`,
    credit: (name) => `署名：${name}`,
    parts: {
      headline: "标题",
      subtitle: "副标题",
      note: "注",
      alt: "替代文本",
      highlight: "突出显示",
      mark: "标注",
    },
    annotations: "标注",
    whose: (parts) => `${parts}：来自媒体`,
    data: (source) => `数据：${source}`,
    semicolon: "；",
  },
};
