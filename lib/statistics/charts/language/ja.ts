import { LAST_INDEX_YEAR, PRICE_INDEX_SOURCE } from "@/lib/values/money/price-index";
import type { ChartWords, LargestPart } from "./chart-words";
import { dateWords } from "./date-words";
import { numberWords } from "./number-words";
import { JAPANESE_STATISTICS } from "./statistics/ja";

// 日本語：金額は万・億を単位とし、数字ごとに単位を付ける。

const number = numberWords({
  decimal: ".",
  group: ",",
  unknown: "不明",
  money: (digits, letters) => `${digits}${letters}ドル`,
  units: [
    { size: 1e8, letters: "億" },
    { size: 1e4, letters: "万" },
  ],
  columns: null,
  unitNames: { US$: "米ドル", "US$ million": "米ドル", "US$ billion": "米ドル" },
  cells: { size: 1e8, name: "億米ドル" },
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
  days: (first, last, month, year) => `${short(first, month, year)}〜${last}日`,
  monthsOf: (first, last, year) => `${year}年${first}〜${last}月`,
  range: (first, last) => `${first}〜${last}`,
  daysOfYear: (first, last) => `${ofDay(first, true)}〜${ofDay(last, false)}`,
  years: (first, last) => (first === last ? `${first}年` : `${first}〜${last}年`),
  sinceStart: (day) => `${day}まで`,
  yearThrough: (year, day) => `${year}年（${day}まで）`,
  cut: (end, day) => `${day}${end === "to" ? "まで" : "から"}`,
  dayAlone: (day) => `${day}日`,
  quarter: (each) => `第${each}期`,
  quarterOf: (each, year) => `${year}年第${each}四半期`,
  throughYear: (year) => `〜’${year.slice(2)}`,
});

const incidents = (count: number) => `${number.whole(count)}件`;
const list = (parts: readonly string[]) => parts.join("、");
const lag = (within: number) =>
  `収録した盗難の20件中19件は、${number.whole(within)}日以内に最初の情報源があった`;
const INTERVAL = { month: "月", quarter: "四半期", year: "年" } as const;
const NOUNS = {
  actor: "の行為者",
  incident: "件の事案",
  technique: "の手口",
  target: "種類の標的",
  chain: "のチェーン",
} as const;
const LEVELS = {
  confirmed: "「確認済み」は政府、裁判所または犯人本人による確認",
  likely: "「可能性が高い」は二者以上の独立した指摘または有力なオンチェーンの証拠",
  suspected: "「疑い」は一人の分析者または一社の指摘",
} as const;

function partName({ kind, by, label }: LargestPart): string {
  if (kind === "unknown")
    return {
      category: "方法が不明のもの",
      technique: "手口が不明のもの",
      target: "標的が不明のもの",
      chain: "チェーンが不明のもの",
      actor: "誰の犯行ともされていないもの",
    }[by];
  if (kind === "several")
    return by === "chain" ? "複数のチェーンにまたがるもの" : "複数の行為者によるとされるもの";
  return label;
}

export const JAPANESE: ChartWords = {
  language: "ja",
  direction: "ltr",
  isUnspaced: true,
  comma: "、",
  stop: "。",
  colon: "：",
  number,
  date,
  incidents,
  list,

  subject: {
    gross: "被害額",
    net: "正味被害額",
    returned: "返還額",
    count: "件数",
    median: "被害額の中央値",
  },
  share: {
    gross: "被害額の割合",
    net: "正味被害額の割合",
    returned: "返還額の割合",
    count: "件数の割合",
    median: "被害額の中央値の割合",
  },
  cumulative: {
    gross: "累計被害額",
    net: "累計正味被害額",
    returned: "累計返還額",
    count: "累計件数",
    median: "被害額の中央値の累計",
  },
  eachIncident: "各事案",
  largest: {
    gross: "最大の被害",
    net: "最大の正味被害",
    returned: "最大の返還額",
    count: "最大の被害",
    median: "最大の被害",
  },
  largestOfMany: (count, measure) =>
    `${({ gross: "被害", net: "正味被害", returned: "返還額", count: "被害", median: "被害" } as const)[measure]}の大きい${count}件`,
  splitNames: {
    month: "月",
    quarter: "四半期",
    year: "年",
    category: "分類",
    technique: "手口",
    target: "標的の種類",
    chain: "チェーン",
    actor: "犯行主体とされる者",
    day: "日付",
    size: "金額",
  },
  split: (names) => `${names.join("・")}別`,
  title: ({ subject, split, dollars, filters, span, against }) =>
    [
      split === null ? subject : `${split}の${subject}`,
      ...(dollars === null ? [] : [`${dollars}年のドル換算`]),
      ...filters,
      against === null ? span : `${span}と${against}の比較`,
    ].join("、"),
  moreFilters: (count) => `ほか${count}条件`,

  category: {
    "contract-exploit": "スマートコントラクトの悪用",
    "flash-loan": "フラッシュローン攻撃",
    "wallet-compromise": "ウォレットの侵害",
    phishing: "フィッシング",
    "exit-scam": "持ち逃げ",
    unknown: "不明",
  },
  technique: {
    reentrancy: "リエントランシー",
    "oracle-manipulation": "オラクルまたは価格の操作",
    "access-control": "アクセス制御の欠如・不備",
    "input-validation": "入力検証の不足",
    arithmetic: "計算・丸め・精度の誤り",
    "logic-error": "業務ロジックの誤り",
    "bridge-verification": "ブリッジ・証明の検証の不備",
    "governance-attack": "ガバナンス攻撃",
    "signature-replay": "署名・リプレイの欠陥",
    "mint-bug": "裏付けのないトークン発行",
    misconfiguration: "設定の誤り",
    "compiler-bug": "コンパイラ・ライブラリの欠陥",
    "consensus-attack": "51%攻撃・合意形成への攻撃",
    "weak-randomness": "弱い乱数",
    "private-key-compromise": "秘密鍵の盗難",
    "hot-wallet-breach": "ホットウォレットへの侵入（原因非公表）",
    "supply-chain": "サプライチェーン攻撃",
    "infrastructure-breach": "サーバー・クラウドへの侵入",
    "signer-deception": "署名者を欺く手口（ブラインド署名）",
    insider: "内部関係者",
    "social-engineering": "ソーシャルエンジニアリング",
    "frontend-hijack": "フロントエンド・DNSの乗っ取り",
    "approval-phishing": "承認フィッシング",
    "address-poisoning": "アドレスポイズニング",
    "rug-pull": "ラグプル",
    ponzi: "ポンジ・スキームまたは架空の投資",
    "mev-bot-exploit": "MEV・取引ボットの悪用",
    unknown: "不明",
  },
  target: {
    exchange: "取引所",
    "payment-processor": "決済事業者",
    gambling: "賭博",
    wallet: "ウォレット",
    bridge: "ブリッジ",
    lending: "貸付",
    dex: "分散型取引所",
    yield: "利回り・ステーキング",
    stablecoin: "ステーブルコイン",
    derivatives: "デリバティブ",
    token: "トークン",
    nft: "NFT",
    gaming: "ゲーム",
    dao: "DAO・資金庫",
    blockchain: "ブロックチェーン",
    custodian: "保管業者・ファンド",
    infrastructure: "インフラ",
    "mev-bot": "MEVボット",
    individual: "個人",
    other: "その他",
  },
  targets: {
    exchange: "標的は取引所",
    "payment-processor": "標的は決済事業者",
    gambling: "標的は賭博サービス",
    wallet: "標的はウォレット",
    bridge: "標的はブリッジ",
    lending: "標的は貸付サービス",
    dex: "標的は分散型取引所",
    yield: "標的は利回り・ステーキングサービス",
    stablecoin: "標的はステーブルコイン",
    derivatives: "標的はデリバティブサービス",
    token: "標的はトークン",
    nft: "標的はNFTプロジェクト",
    gaming: "標的はゲーム",
    dao: "標的はDAO・資金庫",
    blockchain: "標的はブロックチェーン",
    custodian: "標的は保管業者・ファンド",
    infrastructure: "標的はインフラ",
    "mev-bot": "標的はMEVボット",
    individual: "標的は個人",
    other: "標的はその他の種類",
  },
  confidence: {
    suspected: "疑い",
    likely: "可能性が高い",
    confirmed: "確認済み",
    acquitted: "無罪判決",
  },
  sourcing: { one: "情報源は一つ", copies: "転載のみ" },
  legalStatus: (status, when) =>
    (when === null || status === "convicted-deceased" ? "" : when) +
    {
      charged: "起訴、未裁判",
      convicted: "有罪判決",
      "pleaded-guilty": "罪を認める",
      acquitted: "無罪判決",
      "not-tried": "未裁判",
      "convicted-deceased": when === null ? "有罪判決、その後死亡" : `有罪判決、${when}死亡`,
      "charged-group": "起訴",
      deceased: "死亡",
      unknown: "手続きの状況は不明",
    }[status],
  inside: (term) => term,

  filter: {
    byNobody: "誰の犯行ともされていないもの",
    by: (name) => `${name}によるとされるもの`,
    byAnyone: "誰かの犯行とされるもの",
    surely: {
      confirmed: "確認済みの帰属",
      likely: "可能性が高い帰属と確認済みの帰属",
      suspected: "すべての帰属",
    },
    unknownMeans: "方法不明",
    unknownTechnique: "手口不明",
    at: (name) => `標的は${name}`,
    spelt: (name) => `標的は「${name}」`,
    on: (chain) => `${chain}上`,
    least: (amount) => `1件${amount}以上`,
    marked: (label) => `注記「${label}」`,
    upTo: (top) => `最大${top}件を表示`,
    mentioning: (text) => `「${text}」を含む`,
    estimates: { best: "最良の推定", low: "低い推定", high: "高い推定" },
  },
  rule: {
    gross: "総額",
    net: "返還分を差し引き",
    returned: "返還が判明した額",
    median: "金額が判明した事案の中央値",
    category: (term) => `分類：${term}`,
    technique: (term) => `手口：${term}`,
    target: (term) => `標的：${term}`,
    leastSure: (confidence) =>
      ({
        confirmed: "確認済みの帰属のみ",
        likely: "可能性が高い帰属と確認済みの帰属",
        suspected: "すべての帰属",
      })[confidence],
  },
  subtitle: {
    amounts(unit, when) {
      if (when === null) return unit;
      return when === "theft" ? `${unit}（盗難時）` : `${unit}（${when}年のドル換算、米CPI-U）`;
    },
    percentOfIncidents: "件数に占める割合（%）",
    percentOfDollars: "金額に占める割合（%）",
    numberOfIncidents: "件数",
    cumulative: "累計",
    logarithmic: "対数軸",
    earlierInFull: "（過去の年は通年）",
  },

  kind: {
    bars: "横棒グラフ",
    columns: "縦棒グラフ",
    stacked: "積み上げ縦棒グラフ",
    steps: "階段状の折れ線グラフ",
    logSteps: "対数軸の階段状の折れ線グラフ",
    dots: "点グラフ",
    logDots: "対数軸の点グラフ",
    heat: "ヒートマップ",
  },
  alternative: (kind, title, finding) => `${kind}：${title}。${finding}。`,

  label: {
    unknown: "不明",
    notKnown: "不明",
    noChain: "チェーンの記載なし",
    notAttributed: "帰属なし",
    attributed: "帰属あり",
    notAttributedKey: "帰属なし",
    severalChains: "複数のチェーン",
    severalActors: "複数の行為者",
    others: (count) => `その他${count}`,
    nothing: "この条件に合う収録事案はありません。",
    none: "なし",
    overall: "全体",
    notYetCovered: "未調査",
    notCounted: "対象外",
    byDay: (day, amount) => `${day}まで：${amount}`,
    yearAmount: (year, amount) => `${year}：${amount}`,
    partlyUnknown: (count, unknown) => `${incidents(count)}、うち${unknown}件は金額不明`,
    partlyReturned: (count, known) => `${incidents(count)}、うち${known}件で判明`,
    rest(count, noun, most, measure) {
      const said = `ほか${number.whole(count)}${NOUNS[noun]}`;
      if (most !== null) return `${said}、${count === 1 ? "" : "それぞれ"}${most}以下`;
      return `${said}、${measure === "returned" ? "判明なし" : "金額不明"}`;
    },
    range: (least, surest, most, leastSure) =>
      `${least}（${JAPANESE.confidence[surest]}）〜${most}（${JAPANESE.confidence[leastSure]}）`,
    acquitted: (amount) => `${amount}（無罪判決）`,
    sure: (amount, confidence) => `${amount}（${JAPANESE.confidence[confidence]}）`,
  },

  note: {
    unknownSize: (count, measure) =>
      measure === "returned"
        ? `返還について誰も述べていない${incidents(count)}は含まない。`
        : `金額不明の${incidents(count)}は含まない。`,
    imprecise: (count) => `月または年までしか分からない${incidents(count)}はその初めに置いた。`,
    unfinished({ interval, dashed, from, through, blank, last }) {
      const why = blank === "uncovered" ? "未調査で、ゼロではない" : "空白で、ゼロではない";
      const rest = blank === "none" ? "" : `。それ以降の${INTERVAL[interval]}は${why}`;
      if (dashed === 0) return `${last}まで集計${rest}。`;
      const counted = `${from === null ? "" : `${from}から`}${through === null ? "" : `${through}まで`}`;
      return `破線の${INTERVAL[interval]}は${counted}のみの集計${rest}。`;
    },
    young: (interval, _, within, mayShrink) =>
      `網かけの${INTERVAL[interval]}は今後${mayShrink ? "変わる" : "増える"}可能性がある：${lag(within)}。`,
    columnShare: (interval, measure) =>
      `100%は各${INTERVAL[interval]}の${measure === "count" ? "件数" : "判明した金額の合計"}で、棒の上の数字。`,
    totalShare: (measure, total) =>
      `100%は${measure === "count" ? "全体" : "判明した金額の合計"}：${total}。`,
    treeShare: "行為者とその一部の棒は同じ事案を含むため、合計は100%を超える。",
    logLines: "縦軸は対数：横線は一つ下の10倍。ゼロの位置がないため、線は最初の金額から始まる。",
    median: (interval, least, most) =>
      `各${INTERVAL[interval]}の中央値は${least === most ? "" : `${number.whole(least)}〜`}${incidents(most)}による。`,
    inDollars: (year, isBack) =>
      `各金額に${year}年の米消費者物価指数（CPI-U、全項目、年平均）を掛け、盗難の年の指数で割った${isBack ? "（後の返還分も同様）" : ""}。指数：${PRICE_INDEX_SOURCE.publisher}、系列${PRICE_INDEX_SOURCE.series}。`,
    noIndexYet: (first, hasLater) =>
      `${first}年${hasLater ? "以降" : ""}は年平均がまだなく、その金額は${LAST_INDEX_YEAR}年と同じに扱う。`,
    thresholdAtTheft: "指定した最低額は盗難時のもの。",
    severalActors: (count) =>
      `互いに属さない複数の行為者によるとされる${incidents(count)}は「複数の行為者」に数える。`,
    chargedTogether: (shared, together) =>
      together === 0
        ? ""
        : together < shared
          ? `うち${together}件では共に起訴された。`
          : "いずれも共に起訴された。",
    dividedChains: (count) =>
      `複数のチェーンにまたがる${incidents(count)}は、資産の記載に従い各チェーンに数える。`,
    undividedChains: "「複数のチェーン」：どのチェーンでいくら失われたかを述べる情報源がない事案。",
    undated: (count, interval) =>
      `年までしか分からない${incidents(count)}はどの${INTERVAL[interval]}にも含めず、表に別記した。`,
    interval: (fitting) =>
      `期間が長いため棒は${INTERVAL[fitting]}ごと。${fitting === "quarter" ? "月や年" : "月や四半期"}も選べる。`,
    lessSure: (confidence) =>
      `「帰属なし」には「${JAPANESE.confidence[confidence]}」より確度の低い帰属も含む。`,
    uncovered: (day) => `${day}より後は未調査。`,
    mayGain: (day, within) => `${day}以降は盗難が追加される可能性がある：${lag(within)}。`,
    unplaced: (count, isUnknown, amount) =>
      `日付が不明のため含まないもの：${incidents(count)}${isUnknown ? "、金額不明" : amount === null ? "" : `、${amount}`}。`,
    published: (newest, old, version, was) =>
      `規則${newest}による集計。公表時は規則${old}により、第${version}版で${was}。`,
    levels: (shown) =>
      `各事案は、行為者またはその一部を名指しする最も確かな指摘で数える：${shown.map((level) => LEVELS[level]).join("。")}。`,
    acquitted:
      "「無罪判決」：ある人物によるとされ、その後に無罪となったものは、どの確度にも含めない。",
    actorRanges: (measure, span, named) =>
      `帰属別の${JAPANESE.subject[measure]}、${span}：${named.map(([name, range]) => `${name}は${range}`).join("；")}。`,
    indentedBars: "字下げした行為者は上の行為者の一部で、その事案は上の棒に1回ずつ含まれる。",
    indentedRows: "字下げした行為者は上の行為者の一部で、その事案は上の行に1回ずつ含まれる。",
    sharedActors: (count) =>
      `複数の行為者によるとされる${incidents(count)}は、それぞれに1回数える。`,
    blank: "空白：該当する事案なし。",
    dashed: (day) => `破線は各年を比べる日（${day}）。`,
    otherSources: (year, years) =>
      `${years}の情報源は${year}年と異なる：変化は盗難ではなく情報源によることもある。`,
    impreciseSteps: (count) =>
      `月または年までしか分からない${incidents(count)}はその最終日から数える。`,
    unknownByYear: (byYear, measure) =>
      `${measure === "returned" ? "返還について誰も述べていない" : "金額不明の"}事案は含まない（${byYear}）。`,
    ranges: "細線は情報源が示す最低額から最高額まで。",
    below: (count, amount) => `${amount}未満の${incidents(count)}は軸の下端に置いた。`,
    unknownTicks: (count) => `金額不明の${incidents(count)}は軸の下の短い線。`,
    bounded: (count) => `うち${number.whole(count)}件は上限または下限が判明し、表に示す。`,
  },

  finding: {
    nothing: "収録なし",
    nothingThrough: (day) => `${day}まで収録なし`,
    noAmountThrough: (day) => `${day}までゼロを超える金額の収録なし`,
    noneThrough: (day, isMoney) => `${day}まで${isMoney ? "金額" : "事案"}の収録なし`,
    sizeUnknown: (count) =>
      count === 1 ? "収録された1件の金額は不明" : `全${incidents(count)}の金額が不明`,
    nothingAboveZero: "ゼロを超える金額の収録なし",
    nothingReturned: "判明した返還なし",
    noBestEstimate: (count) => `${incidents(count)}のいずれにも最良の推定なし`,
    largestPeriod: (period, interval, amount) =>
      `最大の${INTERVAL[interval]}は${period}で、${amount}`,
    largestMedianPeriod: (period, interval, amount) =>
      `中央値が最大の${INTERVAL[interval]}は${period}で、${amount}`,
    shareOfAll: (percent, all, part) => `合計（${all}）の${percent}を占めるのは${partName(part)}`,
    largestMedian: (name, amount, all) => `中央値が最大なのは${name}で${amount}、全体では${all}`,
    largestPart: (found, part) =>
      `${found}、${part.isMost ? "その大半は" : "その最大部分は"}${partName(part)}`,
    largestOf: (name, amount, share) => `最大は${name}で${amount}、合計の${share}`,
    severalChains: "複数のチェーンにまたがる部分",
    partNotKnown: "不明の部分",
    largestIncident: (name, day, amount, share) =>
      `最大は${name}（${day}）で${amount}、合計の${share}`,
    largestDot: (name, day, amount) => `最大は${name}（${day}）で${amount}`,
    reaching: (count, of, amount) => `。${incidents(of)}中${count}件が${amount}以上`,
    nobodyNamed: (count, isSurely) =>
      count === 1
        ? `収録された1件は${isSurely ? "それほど確かには" : ""}誰の犯行ともされていない`
        : `${incidents(count)}のいずれも${isSurely ? "それほど確かには" : ""}誰の犯行ともされていない`,
    noAmountNamed: "帰属のあるものの金額は不明",
    nothingNamed: "帰属のあるものなし",
    mostNamed: (name, range, share) =>
      `最も多いのは${name}によるとされるもので${range}${share === null ? "" : `、合計の${share}`}`,
    restNamed: (amount, _, isSurely) =>
      `。帰属なし${isSurely ? "または確度の低いもの" : ""}は${amount}`,
    largestYear: (name, year, amount) => `最大は${year}年の${name}で${amount}`,
    reached: (_, amount, day) => `${day}までに${amount}`,
    reachedUnknown: (_, day) => `${day}までの額は不明`,
    againstYear: (reached, amount, year) =>
      `${reached}、${year}年の同じ日までは${amount ?? "不明"}`,
  },

  table: {
    interval: { month: "月", quarter: "四半期", year: "年" },
    dimension: {
      category: "分類",
      technique: "手口",
      target: "標的の種類",
      chain: "チェーン",
      actor: "行為者",
    },
    incident: "事案",
    date: "日付",
    incidents: "件数",
    share: "合計に占める割合",
    lowest: "最低",
    highest: "最高",
    through: "まで",
    endOfFebruary: "2月末",
    amounts: {
      gross: "被害額（米ドル）",
      net: "正味被害額（米ドル）",
      returned: "返還額（米ドル）",
      count: "件数",
      median: "被害額の中央値（米ドル）",
    },
    inDollars: (heading, year) => heading.replace("（米ドル）", `（${year}年の米ドル）`),
    unknownSize: "金額不明",
    nobodySaid: "言及なし",
    all: "全事案（各1回）",
    allCategories: "全分類",
    allOnce: "全体（各1回）",
    allYears: "全年",
    allYearsIncidents: "全年の件数",
    undated: (year, interval) => `${year}年、${INTERVAL[interval]}不明`,
    ofWhich: (confidence) => `うち${JAPANESE.confidence[confidence]}`,
    more: (count) => `ほか${incidents(count)}（より小さいか金額不明）`,
    upTo: (amount) => `${amount}以下`,
    atLeast: (amount) => `${amount}以上`,
    between: (low, high) => `${low}〜${high}`,
  },

  statistics: JAPANESE_STATISTICS,

  frame: {
    source: (version) => `Lossline第${version}版`,
    line: (source, through, licence) => `出典：${source}、${through}まで集計。${licence}。`,
    sourceBefore: "出典：",
    toPage: "数字とその数え方（英語）",
  },
  publisher: {
    note: (text) => `媒体の注：${text}`,
    annotation: (name, text) => `${name}への媒体の注記：${text}`,
    credit: (name) => `クレジット：${name}`,
    parts: {
      headline: "見出し",
      subtitle: "副題",
      note: "注",
      alt: "代替テキスト",
      highlight: "強調",
      mark: "注記",
    },
    annotations: "注記",
    whose: (parts) => `${parts}：媒体による`,
    data: (source) => `データ：${source}`,
    semicolon: "；",
  },
};
