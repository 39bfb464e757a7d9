import { LAST_INDEX_YEAR, PRICE_INDEX_SOURCE } from "@/lib/values/money/price-index";
import type { ChartWords, LargestPart, RankedNoun } from "./chart-words";
import { dateWords } from "./date-words";
import { numberWords } from "./number-words";
import { KOREAN_STATISTICS } from "./statistics/ko";

// 한국어: 금액은 만·억 단위. 조사는 앞말의 받침에 따라 달라지므로, 이름과 금액은 쌍점 뒤나 괄호 안에 둔다.

const number = numberWords({
  decimal: ".",
  group: ",",
  unknown: "미상",
  money: (digits, letters) => `${digits}${letters}\u00a0달러`,
  units: [
    { size: 1e8, letters: "억" },
    { size: 1e4, letters: "만" },
  ],
  columns: null,
  unitNames: { US$: "미국 달러", "US$ million": "미국 달러", "US$ billion": "미국 달러" },
  cells: { size: 1e8, name: "억 달러(미국)" },
  percent: (digits) => `${digits}%`,
});

const short = (day: number, month: number, year: number | null) =>
  `${year === null ? "" : `${year}년\u00a0`}${month}월\u00a0${day}일`;
const ofDay = (day: string, withYear: boolean) =>
  short(Number(day.slice(8)), Number(day.slice(5, 7)), withYear ? Number(day.slice(0, 4)) : null);

const date = dateWords({
  months: Array.from({ length: 12 }, (_, month) => `${month + 1}월`),
  long: (day, month, year) => `${year}년 ${month}월${day === null ? "" : ` ${day}일`}`,
  short,
  month: (month, year) => `${year}년\u00a0${month}월`,
  days: (first, last, month, year) => `${year}년\u00a0${month}월\u00a0${first}~${last}일`,
  monthsOf: (first, last, year) => `${year}년 ${first}~${last}월`,
  range: (first, last) => `${first} ~ ${last}`,
  daysOfYear: (first, last) => `${ofDay(first, true)} ~ ${ofDay(last, false)}`,
  years: (first, last) => (first === last ? `${first}년` : `${first}~${last}년`),
  sinceStart: (day) => `${day}까지`,
  yearThrough: (year, day) => `${year}년(${day}까지)`,
  cut: (end, day) => `${day}${end === "to" ? "까지" : "부터"}`,
  dayAlone: (day) => `${day}일`,
  quarter: (each) => `${each}분기`,
  quarterOf: (each, year) => `${year}년 ${each}분기`,
  throughYear: (year) => `~’${year.slice(2)}`,
});

const incidents = (count: number) => `${number.whole(count)}건`;
const list = (parts: readonly string[]) => parts.join(", ");
const lag = (within: number) =>
  `수록된 도난 20건 중 19건은 ${number.whole(within)}일 안에 첫 출처가 나왔다`;
const INTERVAL = { month: "달", quarter: "분기", year: "해" } as const;
const INTERVAL_AS_TOPIC = { month: "달은", quarter: "분기는", year: "해는" } as const;
const COUNTED: Record<RankedNoun, (count: string) => string> = {
  actor: (count) => `행위자 ${count}명`,
  incident: (count) => `사건 ${count}건`,
  technique: (count) => `수법 ${count}가지`,
  target: (count) => `표적 유형 ${count}가지`,
  chain: (count) => `체인 ${count}개`,
};
const LEVELS = {
  confirmed: "‘확인’은 정부, 법원 또는 범인 본인의 확인",
  likely: "‘유력’은 독립된 둘 이상의 지목 또는 강력한 온체인 증거",
  suspected: "‘의심’은 분석가 한 명 또는 업체 한 곳의 지목",
} as const;

function partName({ kind, by, label }: LargestPart): string {
  if (kind === "unknown")
    return {
      category: "방법 미상",
      technique: "수법 미상",
      target: "표적 미상",
      chain: "체인 미상",
      actor: "지목된 행위자 없음",
    }[by];
  if (kind === "several")
    return by === "chain" ? "여러 체인에 걸친 사건" : "여러 행위자가 지목된 사건";
  return label;
}

export const KOREAN: ChartWords = {
  language: "ko",
  direction: "ltr",
  isUnspaced: false,
  comma: ", ",
  stop: ".",
  colon: ": ",
  number,
  date,
  incidents,
  list,

  subject: {
    gross: "피해액",
    net: "순피해액",
    returned: "반환액",
    count: "사건 수",
    median: "피해액 중앙값",
  },
  share: {
    gross: "피해액 비중",
    net: "순피해액 비중",
    returned: "반환액 비중",
    count: "사건 수 비중",
    median: "피해액 중앙값 비중",
  },
  cumulative: {
    gross: "누적 피해액",
    net: "누적 순피해액",
    returned: "누적 반환액",
    count: "누적 사건 수",
    median: "누적 피해액 중앙값",
  },
  eachIncident: "개별 사건",
  largest: {
    gross: "최대 피해",
    net: "최대 순피해",
    returned: "최대 반환액",
    count: "최대 피해",
    median: "최대 피해",
  },
  largestOfMany: (count, measure) =>
    `${({ gross: "피해", net: "순피해", returned: "반환액", count: "피해", median: "피해" } as const)[measure]} 상위 ${count}건`,
  splitNames: {
    month: "월",
    quarter: "분기",
    year: "연도",
    category: "분류",
    technique: "수법",
    target: "표적 유형",
    chain: "체인",
    actor: "지목된 행위자",
    day: "날짜",
    size: "금액",
  },
  split: (names) => `${names.join("·")}별`,
  title: ({ subject, split, dollars, filters, span, against }) =>
    [
      split === null ? subject : `${split} ${subject}`,
      ...(dollars === null ? [] : [`${dollars}년 달러 환산`]),
      ...filters,
      span,
      ...(against === null ? [] : [`${against} 대비`]),
    ].join(", "),
  moreFilters: (count) => `그 외 조건 ${count}개`,

  category: {
    "contract-exploit": "스마트 계약 취약점 악용",
    "flash-loan": "플래시론 공격",
    "wallet-compromise": "지갑 탈취",
    phishing: "피싱",
    "exit-scam": "먹튀 사기",
    unknown: "미상",
  },
  technique: {
    reentrancy: "재진입 공격",
    "oracle-manipulation": "오라클·가격 조작",
    "access-control": "접근 제어 누락·결함",
    "input-validation": "입력값 검증 미흡",
    arithmetic: "계산·반올림·정밀도 오류",
    "logic-error": "비즈니스 로직 오류",
    "bridge-verification": "브리지·증명 검증 결함",
    "governance-attack": "거버넌스 공격",
    "signature-replay": "서명·재전송 결함",
    "mint-bug": "담보 없는 토큰 발행",
    misconfiguration: "설정 오류",
    "compiler-bug": "컴파일러·라이브러리 결함",
    "consensus-attack": "51%·합의 공격",
    "weak-randomness": "취약한 난수",
    "private-key-compromise": "개인키 탈취",
    "hot-wallet-breach": "핫월렛 침입(원인 비공개)",
    "supply-chain": "공급망 공격",
    "infrastructure-breach": "서버·클라우드 침입",
    "signer-deception": "서명자 기만(블라인드 서명)",
    insider: "내부자",
    "social-engineering": "사회공학",
    "frontend-hijack": "프런트엔드·DNS 탈취",
    "approval-phishing": "승인 피싱",
    "address-poisoning": "주소 포이즈닝",
    "rug-pull": "러그풀",
    ponzi: "폰지 사기·허위 투자",
    "mev-bot-exploit": "MEV·거래 봇 악용",
    unknown: "미상",
  },
  target: {
    exchange: "거래소",
    "payment-processor": "결제 업체",
    gambling: "도박",
    wallet: "지갑",
    bridge: "브리지",
    lending: "대출",
    dex: "탈중앙화 거래소",
    yield: "이자·스테이킹",
    stablecoin: "스테이블코인",
    derivatives: "파생상품",
    token: "토큰",
    nft: "NFT",
    gaming: "게임",
    dao: "DAO·재무금고",
    blockchain: "블록체인",
    custodian: "수탁 업체·펀드",
    infrastructure: "인프라",
    "mev-bot": "MEV 봇",
    individual: "개인",
    other: "기타",
  },
  targets: {
    exchange: "표적: 거래소",
    "payment-processor": "표적: 결제 업체",
    gambling: "표적: 도박 서비스",
    wallet: "표적: 지갑",
    bridge: "표적: 브리지",
    lending: "표적: 대출 서비스",
    dex: "표적: 탈중앙화 거래소",
    yield: "표적: 이자·스테이킹 서비스",
    stablecoin: "표적: 스테이블코인",
    derivatives: "표적: 파생상품 서비스",
    token: "표적: 토큰",
    nft: "표적: NFT 프로젝트",
    gaming: "표적: 게임",
    dao: "표적: DAO·재무금고",
    blockchain: "표적: 블록체인",
    custodian: "표적: 수탁 업체·펀드",
    infrastructure: "표적: 인프라",
    "mev-bot": "표적: MEV 봇",
    individual: "표적: 개인",
    other: "표적: 기타 유형",
  },
  confidence: { suspected: "의심", likely: "유력", confirmed: "확인", acquitted: "무죄 판결" },
  sourcing: { one: "출처 하나", copies: "전재 보도뿐" },
  legalStatus: (status, when) =>
    (when === null || status === "convicted-deceased" ? "" : `${when} `) +
    {
      charged: "기소, 재판 전",
      convicted: "유죄 판결",
      "pleaded-guilty": "유죄 인정",
      acquitted: "무죄 판결",
      "not-tried": "재판받지 않음",
      "convicted-deceased": when === null ? "유죄 판결, 이후 사망" : `유죄 판결, ${when} 사망`,
      "charged-group": "기소",
      deceased: "사망",
      unknown: "사법 절차 미상",
    }[status],
  inside: (term) => term,

  filter: {
    byNobody: "지목된 행위자 없음",
    by: (name) => `${name} 소행으로 지목`,
    byAnyone: "행위자가 지목된 사건",
    surely: {
      confirmed: "확인된 지목",
      likely: "유력 및 확인된 지목",
      suspected: "모든 지목",
    },
    unknownMeans: "방법 미상",
    unknownTechnique: "수법 미상",
    at: (name) => `표적: ${name}`,
    spelt: (name) => `표적: “${name}”`,
    on: (chain) => `${chain} 체인`,
    least: (amount) => `건당 ${amount} 이상`,
    marked: (label) => `‘${label}’ 표시`,
    upTo: (top) => `최대 ${top}개 표시`,
    mentioning: (text) => `“${text}” 언급`,
    estimates: { best: "최적 추정치", low: "낮은 추정치", high: "높은 추정치" },
  },
  rule: {
    gross: "총액",
    net: "반환분 제외",
    returned: "반환이 알려진 금액",
    median: "금액이 알려진 사건의 중앙값",
    category: (term) => `분류: ${term}`,
    technique: (term) => `수법: ${term}`,
    target: (term) => `표적: ${term}`,
    leastSure: (confidence) =>
      ({
        confirmed: "확인된 지목만",
        likely: "유력 및 확인된 지목",
        suspected: "모든 지목",
      })[confidence],
  },
  subtitle: {
    amounts(unit, when) {
      if (when === null) return unit;
      return when === "theft" ? `${unit}, 도난 당시 기준` : `${unit}, ${when}년 환산(미국 CPI-U)`;
    },
    percentOfIncidents: "사건 수 대비 비율(%)",
    percentOfDollars: "금액 대비 비율(%)",
    numberOfIncidents: "사건 수",
    cumulative: "누적",
    logarithmic: "로그 축",
    earlierInFull: "(이전 연도는 연간)",
  },

  kind: {
    bars: "가로 막대그래프",
    columns: "세로 막대그래프",
    stacked: "누적 세로 막대그래프",
    steps: "계단형 꺾은선그래프",
    logSteps: "로그 축 계단형 꺾은선그래프",
    dots: "점그래프",
    logDots: "로그 축 점그래프",
    heat: "히트맵",
  },
  alternative: (kind, title, finding) => `${kind}: ${title}. ${finding}.`,

  label: {
    unknown: "미상",
    notKnown: "미상",
    noChain: "체인 언급 없음",
    notAttributed: "지목 없음",
    attributed: "지목됨",
    notAttributedKey: "지목 없음",
    severalChains: "여러 체인",
    severalActors: "여러 행위자",
    others: (count) => `기타 ${count}개`,
    nothing: "이 조건에 맞는 수록 사건이 없습니다.",
    none: "없음",
    overall: "전체",
    notYetCovered: "조사 전",
    notCounted: "집계 제외",
    byDay: (day, amount) => `${day}까지: ${amount}`,
    yearAmount: (year, amount) => `${year}: ${amount}`,
    partlyUnknown: (count, unknown) => `${incidents(count)}, 그중 ${unknown}건은 금액 미상`,
    partlyReturned: (count, known) => `${incidents(count)}, 그중 ${known}건만 알려짐`,
    rest(count, noun, most, measure) {
      const said = `그 외 ${COUNTED[noun](number.whole(count))}`;
      if (most !== null) return `${said}, ${count === 1 ? "" : "각각 "}${most} 이하`;
      return `${said}, ${measure === "returned" ? "알려진 반환 없음" : "금액 미상"}`;
    },
    range: (least, surest, most, leastSure) =>
      `${least}(${KOREAN.confidence[surest]}) ~ ${most}(${KOREAN.confidence[leastSure]})`,
    acquitted: (amount) => `${amount}(무죄 판결)`,
    sure: (amount, confidence) => `${amount}(${KOREAN.confidence[confidence]})`,
  },

  note: {
    unknownSize: (count, measure) =>
      measure === "returned"
        ? `반환 여부를 아무도 밝히지 않은 ${incidents(count)}은 제외했다.`
        : `금액 미상인 ${incidents(count)}은 제외했다.`,
    imprecise: (count) =>
      `월 또는 연도까지만 알려진 ${incidents(count)}은 그 기간의 첫머리에 놓았다.`,
    unfinished({ interval, dashed, from, through, blank, last }) {
      const why = blank === "uncovered" ? "아직 조사하지 않았을 뿐" : "빈칸일 뿐";
      const rest =
        blank === "none" ? "" : ` 그 뒤의 ${INTERVAL_AS_TOPIC[interval]} ${why} 0이 아니다.`;
      if (dashed === 0) return `${last}까지 집계했다.${rest}`;
      const counted = [
        ...(from === null ? [] : [`${from}부터`]),
        ...(through === null ? [] : [`${through}까지`]),
      ].join(" ");
      return `점선으로 두른 ${INTERVAL_AS_TOPIC[interval]} ${counted}만 집계했다.${rest}`;
    },
    young: (interval, _, within, mayShrink) =>
      `음영 처리한 ${INTERVAL[interval]}의 수치는 앞으로 ${mayShrink ? "바뀔" : "늘어날"} 수 있다: ${lag(within)}.`,
    columnShare: (interval, measure) =>
      `100%는 각 ${INTERVAL[interval]}의 ${measure === "count" ? "사건 수" : "알려진 금액 합계"}로, 막대 위의 숫자다.`,
    totalShare: (measure, total) =>
      `100% 기준: ${measure === "count" ? "전체 사건 수" : "알려진 금액 합계"}, ${total}.`,
    treeShare: "행위자와 그 하위 조직의 막대는 같은 사건을 담고 있어 합이 100%를 넘는다.",
    logLines:
      "세로축은 로그 축으로, 가로선마다 바로 아래 선의 10배다. 0의 자리가 없어 선은 첫 금액에서 시작한다.",
    median: (interval, least, most) =>
      `각 ${INTERVAL[interval]}의 중앙값은 ${least === most ? "" : `${number.whole(least)}~`}${incidents(most)}을 바탕으로 한다.`,
    inDollars: (year, isBack) =>
      `각 금액에 ${year}년 미국 소비자물가지수(CPI-U, 전 품목, 연평균)를 곱하고 도난이 일어난 해의 지수로 나누었다${isBack ? "(나중에 반환된 금액도 같다)" : ""}. 지수: ${PRICE_INDEX_SOURCE.publisher}, 계열 ${PRICE_INDEX_SOURCE.series}.`,
    noIndexYet: (first, hasLater) =>
      `${first}년${hasLater ? "부터는" : "은"} 연평균이 아직 없어 그 금액은 ${LAST_INDEX_YEAR}년과 같이 계산했다.`,
    thresholdAtTheft: "지정한 최소 금액은 도난 당시 기준이다.",
    severalActors: (count) =>
      `서로 속하지 않는 여러 행위자가 지목된 ${incidents(count)}은 ‘여러 행위자’로 센다.`,
    chargedTogether: (shared, together) =>
      together === 0
        ? ""
        : together < shared
          ? `그중 ${together}건에서는 함께 기소됐다.`
          : "모두 함께 기소됐다.",
    dividedChains: (count) =>
      `여러 체인에 걸친 ${incidents(count)}은 자산 기록에 따라 각 체인에 센다.`,
    undividedChains: "‘여러 체인’: 체인별 피해액을 밝힌 출처가 없는 사건.",
    undated: (count, interval) =>
      `연도까지만 알려진 ${incidents(count)}은 어느 ${INTERVAL[interval]}에도 넣지 않고 표에 따로 적었다.`,
    interval: (fitting) =>
      `기간이 길어 막대를 ${{ month: "월", quarter: "분기", year: "연도" }[fitting]}별로 나누었다. ${fitting === "quarter" ? "월별이나 연도별" : "월별이나 분기별"}로도 볼 수 있다.`,
    lessSure: (confidence) =>
      `‘지목 없음’에는 ‘${KOREAN.confidence[confidence]}’보다 확실성이 낮은 지목도 포함된다.`,
    uncovered: (day) => `${day}까지 조사했으며 그 뒤는 아직 조사하지 않았다.`,
    mayGain: (day, within) => `${day} 이후의 도난은 더 추가될 수 있다: ${lag(within)}.`,
    unplaced: (count, isUnknown, amount) =>
      `날짜 미상으로 표시하지 않은 사건: ${incidents(count)}${isUnknown ? ", 금액 미상" : amount === null ? "" : `, ${amount}`}.`,
    published: (newest, old, version, was) =>
      `규칙 ${newest}에 따른 집계. 발표 당시(규칙 ${old}, 제${version}판): ${was}.`,
    levels: (shown) =>
      `각 사건은 행위자나 그 하위 조직을 지목한 가장 확실한 진술에 따라 센다: ${shown.map((level) => LEVELS[level]).join("; ")}.`,
    acquitted:
      "‘무죄 판결’: 한 사람이 지목되었다가 무죄로 판결된 것은 어느 확실성 단계에도 속하지 않는다.",
    actorRanges: (measure, span, named) =>
      `지목 대상별 ${KOREAN.subject[measure]}, ${span}: ${named.map(([name, range]) => `${name}, ${range}`).join("; ")}.`,
    indentedBars: "들여 쓴 행위자는 위 행위자의 일부이며, 그 사건은 위 막대에 한 번씩 포함된다.",
    indentedRows: "들여 쓴 행위자는 위 행위자의 일부이며, 그 사건은 위 행에 한 번씩 포함된다.",
    sharedActors: (count) => `여러 행위자가 지목된 ${incidents(count)}은 행위자마다 한 번씩 센다.`,
    blank: "빈칸: 해당 사건 없음.",
    dashed: (day) => `점선은 연도를 비교하는 날(${day})이다.`,
    otherSources: (year, years) =>
      `출처가 ${year}년과 다른 해: ${years}. 변화는 도난이 아니라 출처 때문일 수 있다.`,
    impreciseSteps: (count) =>
      `월 또는 연도까지만 알려진 ${incidents(count)}은 그 기간의 마지막 날부터 센다.`,
    unknownByYear: (byYear, measure) =>
      `${measure === "returned" ? "반환 여부를 아무도 밝히지 않은" : "금액 미상인"} 사건은 제외했다(${byYear}).`,
    ranges: "가는 선은 출처가 제시한 최저액부터 최고액까지다.",
    below: (count, amount) => `${amount} 미만인 ${incidents(count)}은 축 맨 아래에 놓았다.`,
    unknownTicks: (count) => `금액 미상인 ${incidents(count)}은 축 아래의 짧은 선이다.`,
    bounded: (count) =>
      `그중 ${number.whole(count)}건은 상한 또는 하한이 알려져 있으며 표에 적었다.`,
  },

  finding: {
    nothing: "수록된 사건 없음",
    nothingThrough: (day) => `${day}까지 수록된 사건 없음`,
    noAmountThrough: (day) => `${day}까지 0을 넘는 금액 없음`,
    noneThrough: (day, isMoney) => `${day}까지 수록된 ${isMoney ? "금액" : "사건"} 없음`,
    sizeUnknown: (count) => `${incidents(count)}${count === 1 ? "의" : " 모두"} 금액 미상`,
    nothingAboveZero: "0을 넘는 금액 없음",
    nothingReturned: "알려진 반환 없음",
    noBestEstimate: (count) => `${incidents(count)} 모두 최적 추정치 없음`,
    largestPeriod: (period, interval, amount) =>
      `가장 큰 ${INTERVAL[interval]}: ${period}, ${amount}`,
    largestMedianPeriod: (period, interval, amount) =>
      `중앙값이 가장 큰 ${INTERVAL[interval]}: ${period}, ${amount}`,
    shareOfAll: (percent, all, part) => `전체(${all})의 ${percent}: ${partName(part)}`,
    largestMedian: (name, amount, all) =>
      `중앙값이 가장 큰 항목: ${name}, ${amount}(전체 사건 ${all})`,
    largestPart: (found, part) =>
      `${found}, ${part.isMost ? "그중 대부분" : "그중 가장 큰 부분"}: ${partName(part)}`,
    largestOf: (name, amount, share) => `가장 큰 항목: ${name}, ${amount}, 전체의 ${share}`,
    severalChains: "여러 체인에 걸친 부분",
    partNotKnown: "미상인 부분",
    largestIncident: (name, day, amount, share) =>
      `가장 큰 사건: ${name}(${day}), ${amount}, 전체의 ${share}`,
    largestDot: (name, day, amount) => `가장 큰 사건: ${name}(${day}), ${amount}`,
    reaching: (count, of, amount) => `; ${incidents(of)} 가운데 ${count}건이 ${amount} 이상`,
    nobodyNamed: (count, isSurely) =>
      `${incidents(count)}${count === 1 ? "에" : " 모두"} ${isSurely ? "그만큼 확실하게 " : ""}지목된 행위자 없음`,
    noAmountNamed: "행위자가 지목된 사건의 금액은 모두 미상",
    nothingNamed: "행위자가 지목된 사건 없음",
    mostNamed: (name, range, share) =>
      `가장 많이 지목된 행위자: ${name}, ${range}${share === null ? "" : `, 전체의 ${share}`}`,
    restNamed: (amount, _, isSurely) =>
      `; 지목 없음${isSurely ? " 또는 더 낮은 확실성" : ""}: ${amount}`,
    largestYear: (name, year, amount) => `가장 큰 항목: ${year}년 ${name}, ${amount}`,
    reached: (_, amount, day) => `${day}까지 ${amount}`,
    reachedUnknown: (_, day) => `${day}까지의 금액 미상`,
    againstYear: (reached, amount, year) =>
      `${reached}, ${year}년 같은 날까지는 ${amount ?? "미상"}`,
  },

  table: {
    interval: { month: "월", quarter: "분기", year: "연도" },
    dimension: {
      category: "분류",
      technique: "수법",
      target: "표적 유형",
      chain: "체인",
      actor: "행위자",
    },
    incident: "사건",
    date: "날짜",
    incidents: "사건 수",
    share: "전체 대비 비중",
    lowest: "최저",
    highest: "최고",
    through: "기준일",
    endOfFebruary: "2월 말",
    amounts: {
      gross: "피해액(미국 달러)",
      net: "순피해액(미국 달러)",
      returned: "반환액(미국 달러)",
      count: "사건 수",
      median: "피해액 중앙값(미국 달러)",
    },
    inDollars: (heading, year) => heading.replace("(미국 달러)", `(${year}년 미국 달러)`),
    unknownSize: "금액 미상",
    nobodySaid: "언급 없음",
    all: "전체 사건(각 한 번)",
    allCategories: "전체 분류",
    allOnce: "전체(각 한 번)",
    allYears: "전체 연도",
    allYearsIncidents: "전체 연도 사건 수",
    undated: (year, interval) =>
      `${year}년, ${{ month: "월", quarter: "분기", year: "연도" }[interval]} 미상`,
    ofWhich: (confidence) => `그중 ${KOREAN.confidence[confidence]}`,
    more: (count) => `그 외 ${incidents(count)}(더 작거나 금액 미상)`,
    upTo: (amount) => `${amount} 이하`,
    atLeast: (amount) => `${amount} 이상`,
    between: (low, high) => `${low} ~ ${high}`,
  },

  statistics: KOREAN_STATISTICS,

  frame: {
    source: (version) => `Lossline 제${version}판`,
    line: (source, through, licence) => `출처: ${source}, ${through}까지 집계. ${licence}.`,
    sourceBefore: "출처: ",
    toPage: "수치와 집계 방법(영어)",
  },
  publisher: {
    note: (text) => `매체 주: ${text}`,
    annotation: (name, text) => `매체가 단 주석(${name}): ${text}`,
    credit: (name) => `크레딧: ${name}`,
    parts: {
      headline: "제목",
      subtitle: "부제",
      note: "주",
      alt: "대체 텍스트",
      highlight: "강조",
      mark: "주석",
    },
    annotations: "주석",
    whose: (parts) => `${parts}: 매체 작성`,
    data: (source) => `데이터: ${source}`,
    semicolon: "; ",
  },
};
