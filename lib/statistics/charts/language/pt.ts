import { LAST_INDEX_YEAR, PRICE_INDEX_SOURCE } from "@/lib/values/money/price-index";
import { sentence } from "@/lib/values/text/sentences";
import type { ChartWords, LargestPart } from "./chart-words";
import { dateWords } from "./date-words";
import { lowerInside } from "./lower-inside";
import { numberWords } from "./number-words";
import { PORTUGUESE_STATISTICS } from "./statistics/pt";

// Português do Brasil: US$ antes do número, bi e mi depois; vírgula decimal, ponto de milhar.

const LONG =
  "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro".split(
    " ",
  );
const SHORT = "jan fev mar abr mai jun jul ago set out nov dez".split(" ");

const number = numberWords({
  decimal: ",",
  group: ".",
  unknown: "desconhecido",
  money: (digits, letters) => `US$\u00a0${digits}${letters === "" ? "" : `\u00a0${letters}`}`,
  units: [
    { size: 1e9, letters: "bi" },
    { size: 1e6, letters: "mi" },
  ],
  columns: { "US$ million": 1e6, "US$ billion": 1e9 },
  unitNames: {
    US$: "Dólares americanos",
    "US$ million": "Milhões de dólares americanos",
    "US$ billion": "Bilhões de dólares americanos",
  },
  cells: { size: 1e6, name: "Milhões de dólares americanos" },
  percent: (digits) => `${digits}%`,
});

const short = (day: number, month: number, year: number | null) =>
  `${day}\u00a0${SHORT[month - 1]}${year === null ? "" : `\u00a0${year}`}`;
const ofDay = (day: string, withYear: boolean) =>
  short(Number(day.slice(8)), Number(day.slice(5, 7)), withYear ? Number(day.slice(0, 4)) : null);

const date = dateWords({
  months: SHORT,
  long: (day, month, year) => `${day === null ? "" : `${day} de `}${LONG[month - 1]} de ${year}`,
  short,
  month: (month, year) => `${SHORT[month - 1]} ${year}`,
  days: (first, last, month, year) => `${first}–${short(last, month, year)}`,
  monthsOf: (first, last, year) => `${SHORT[first - 1]}–${SHORT[last - 1]} ${year}`,
  range: (first, last) => `${first} – ${last}`,
  daysOfYear: (first, last) => `${ofDay(first, false)} – ${ofDay(last, true)}`,
  years: (first, last) => (first === last ? String(first) : `${first}–${last}`),
  sinceStart: (day) => `até ${day}`,
  yearThrough: (year, day) => `${year} até ${day}`,
  cut: (end, day) => `${end === "to" ? "até" : "desde"} ${day}`,
  dayAlone: (day) => String(day),
  quarter: (each) => `T${each}`,
  quarterOf: (each, year) => `T${each} ${year}`,
  throughYear: (year) => `até ’${year.slice(2)}`,
});

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);
const incidents = (count: number) =>
  `${number.whole(count)} ${plural(count, "incidente", "incidentes")}`;
const list = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} e ${parts.at(-1)}`;
const lag = (within: number) =>
  `19 de cada 20 roubos registrados tiveram sua primeira fonte em ${number.whole(within)} ${plural(within, "dia", "dias")}`;
const INTERVAL = { month: "mês", quarter: "trimestre", year: "ano" } as const;
const INTERVALS = { month: "meses", quarter: "trimestres", year: "anos" } as const;
const NOUNS = {
  actor: ["outro ator", "outros atores"],
  incident: ["outro incidente", "outros incidentes"],
  technique: ["outra técnica", "outras técnicas"],
  target: ["outro tipo de alvo", "outros tipos de alvo"],
  chain: ["outra blockchain", "outras blockchains"],
} as const;
const LEVELS = {
  confirmed: "confirmado por um governo, um tribunal ou o ladrão",
  likely: "provável segundo duas ou mais partes independentes ou provas sólidas on-chain",
  suspected: "suspeito segundo um analista ou uma empresa",
} as const;

/** A month is written small, but not where it begins a sentence. */
const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function partName({ kind, by, label }: LargestPart): string {
  if (kind === "unknown")
    return {
      category: "por meio desconhecido",
      technique: "com técnica desconhecida",
      target: "de um alvo desconhecido",
      chain: "em blockchain desconhecida",
      actor: "sem atribuição",
    }[by];
  if (kind === "several")
    return by === "chain" ? "em várias blockchains" : "atribuído a vários atores";
  return label;
}

export const PORTUGUESE: ChartWords = {
  language: "pt",
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
    gross: "Perdas",
    net: "Perdas líquidas",
    returned: "Valores devolvidos",
    count: "Incidentes",
    median: "Perda mediana",
  },
  share: {
    gross: "Parcelas das perdas",
    net: "Parcelas das perdas líquidas",
    returned: "Parcelas dos valores devolvidos",
    count: "Parcelas dos incidentes",
    median: "Parcelas da perda mediana",
  },
  cumulative: {
    gross: "Perdas acumuladas",
    net: "Perdas líquidas acumuladas",
    returned: "Valores devolvidos acumulados",
    count: "Incidentes acumulados",
    median: "Perda mediana acumulada",
  },
  eachIncident: "Incidentes",
  largest: {
    gross: "As maiores perdas",
    net: "As maiores perdas líquidas",
    returned: "As maiores devoluções",
    count: "As maiores perdas",
    median: "As maiores perdas",
  },
  largestOfMany: (count, measure) => PORTUGUESE.largest[measure].replace("As ", `As ${count} `),
  splitNames: {
    month: "mês",
    quarter: "trimestre",
    year: "ano",
    category: "categoria",
    technique: "técnica",
    target: "tipo de alvo",
    chain: "blockchain",
    actor: "suposto autor",
    day: "dia",
    size: "valor",
  },
  split: (names) => `por ${names.join(" e ")}`,
  title: ({ subject, split, dollars, filters, span, against }) =>
    [
      split === null ? subject : `${subject} ${split}`,
      ...(dollars === null ? [] : [`em dólares de ${dollars}`]),
      ...filters,
      against === null ? span : `${span} em comparação com ${against}`,
    ].join(", "),
  moreFilters: (count) => plural(count, "mais 1 filtro", `mais ${count} filtros`),

  category: {
    "contract-exploit": "Exploração de contrato inteligente",
    "flash-loan": "Ataque com empréstimo relâmpago",
    "wallet-compromise": "Carteira comprometida",
    phishing: "Phishing",
    "exit-scam": "Fuga com os fundos",
    unknown: "Desconhecido",
  },
  technique: {
    reentrancy: "Reentrância",
    "oracle-manipulation": "Manipulação de oráculo ou preço",
    "access-control": "Controle de acesso ausente ou falho",
    "input-validation": "Validação insuficiente de entradas",
    arithmetic: "Erro de cálculo, arredondamento ou precisão",
    "logic-error": "Erro na lógica de negócio",
    "bridge-verification": "Verificação de ponte ou prova",
    "governance-attack": "Ataque de governança",
    "signature-replay": "Falha de assinatura ou repetição",
    "mint-bug": "Emissão de tokens sem lastro",
    misconfiguration: "Configuração incorreta",
    "compiler-bug": "Erro de compilador ou biblioteca",
    "consensus-attack": "Ataque de 51% ou ao consenso",
    "weak-randomness": "Aleatoriedade fraca",
    "private-key-compromise": "Chave privada roubada",
    "hot-wallet-breach": "Invasão de hot wallet, causa não pública",
    "supply-chain": "Cadeia de suprimentos",
    "infrastructure-breach": "Invasão de servidor ou nuvem",
    "signer-deception": "Signatários enganados (assinatura às cegas)",
    insider: "Pessoa interna",
    "social-engineering": "Engenharia social",
    "frontend-hijack": "Sequestro de interface ou DNS",
    "approval-phishing": "Phishing de autorizações",
    "address-poisoning": "Envenenamento de endereços",
    "rug-pull": "Rug pull",
    ponzi: "Pirâmide ou falso investimento",
    "mev-bot-exploit": "Exploração de bot MEV ou de trading",
    unknown: "Desconhecida",
  },
  target: {
    exchange: "Corretora",
    "payment-processor": "Processador de pagamentos",
    gambling: "Apostas",
    wallet: "Carteira",
    bridge: "Ponte",
    lending: "Empréstimos",
    dex: "Corretora descentralizada",
    yield: "Rendimento ou staking",
    stablecoin: "Stablecoin",
    derivatives: "Derivativos",
    token: "Token",
    nft: "NFT",
    gaming: "Jogos",
    dao: "DAO ou tesouraria",
    blockchain: "Blockchain",
    custodian: "Custodiante ou fundo",
    infrastructure: "Infraestrutura",
    "mev-bot": "Bot MEV",
    individual: "Pessoa física",
    other: "Outro",
  },
  targets: {
    exchange: "corretoras",
    "payment-processor": "processadores de pagamentos",
    gambling: "serviços de apostas",
    wallet: "carteiras",
    bridge: "pontes",
    lending: "serviços de empréstimos",
    dex: "corretoras descentralizadas",
    yield: "serviços de rendimento e staking",
    stablecoin: "stablecoins",
    derivatives: "serviços de derivativos",
    token: "tokens",
    nft: "projetos de NFT",
    gaming: "jogos",
    dao: "DAOs e tesourarias",
    blockchain: "blockchains",
    custodian: "custodiantes e fundos",
    infrastructure: "infraestrutura",
    "mev-bot": "bots MEV",
    individual: "pessoas físicas",
    other: "outros alvos",
  },
  confidence: {
    suspected: "suspeito",
    likely: "provável",
    confirmed: "confirmado",
    acquitted: "absolvição",
  },
  sourcing: { one: "baseia-se em uma única fonte", copies: "apenas reproduções" },
  legalStatus: (status, when) =>
    ({
      charged: "denúncia, sem julgamento",
      convicted: "condenação",
      "pleaded-guilty": "confissão de culpa",
      acquitted: "absolvição",
      "not-tried": "sem julgamento",
      "convicted-deceased":
        when === null ? "condenação, falecimento posterior" : `condenação, falecimento em ${when}`,
      "charged-group": "denúncia",
      deceased: "falecimento",
      unknown: "situação processual desconhecida",
    })[status] + (when === null || status === "convicted-deceased" ? "" : `, ${when}`),
  inside: lowerInside,

  filter: {
    byNobody: "sem atribuição",
    by: (name) => `com atribuição a ${name}`,
    byAnyone: "com atribuição",
    surely: {
      confirmed: "atribuições confirmadas",
      likely: "atribuições prováveis e confirmadas",
      suspected: "todas as atribuições",
    },
    unknownMeans: "meio desconhecido",
    unknownTechnique: "técnica desconhecida",
    at: (name) => `alvo ${name}`,
    spelt: (name) => `alvo “${name}”`,
    on: (chain) => `em ${chain}`,
    least: (amount) => `ao menos ${amount} cada`,
    marked: (label) => `com a nota “${label}”`,
    upTo: (top) => `exibição de até ${top}`,
    mentioning: (text) => `com o texto “${text}”`,
    estimates: {
      best: "melhores estimativas",
      low: "estimativas baixas",
      high: "estimativas altas",
    },
  },
  rule: {
    gross: "valores brutos",
    net: "menos o que foi devolvido",
    returned: "devoluções conhecidas",
    median: "mediana dos incidentes com valor conhecido",
    category: (term) => `categoria: ${lowerInside(term)}`,
    technique: (term) => `técnica: ${lowerInside(term)}`,
    target: (term) => `alvo: ${lowerInside(term)}`,
    leastSure: (confidence) =>
      ({
        confirmed: "só atribuições confirmadas",
        likely: "atribuições prováveis e confirmadas",
        suspected: "todas as atribuições",
      })[confidence],
  },
  subtitle: {
    amounts(unit, when) {
      if (when === null) return unit;
      return when === "theft"
        ? `${unit} no momento do roubo`
        : `${unit}, em dólares de ${when} (CPI-U dos EUA)`;
    },
    percentOfIncidents: "Porcentagem dos incidentes",
    percentOfDollars: "Porcentagem dos dólares",
    numberOfIncidents: "Número de incidentes",
    cumulative: "acumulado",
    logarithmic: "eixo logarítmico",
    earlierInFull: "; anos anteriores completos",
  },

  kind: {
    bars: "Gráfico de barras",
    columns: "Gráfico de colunas",
    stacked: "Gráfico de colunas empilhadas",
    steps: "Gráfico de linhas em degraus",
    logSteps: "Gráfico logarítmico de linhas em degraus",
    dots: "Gráfico de pontos",
    logDots: "Gráfico logarítmico de pontos",
    heat: "Mapa de calor",
  },
  alternative: (kind, title, finding) => `${kind}: ${sentence(title)} ${finding}.`,

  label: {
    unknown: "desconhecido",
    notKnown: "Não conhecido",
    noChain: "Nenhuma blockchain citada",
    notAttributed: "Sem atribuição",
    attributed: "Com atribuição",
    notAttributedKey: "sem atribuição",
    severalChains: "Em várias blockchains",
    severalActors: "Vários atores",
    others: (count) => `outros ${count}`,
    nothing: "Nenhum incidente registrado corresponde a esta seleção.",
    none: "nenhum",
    overall: "no total",
    notYetCovered: "ainda não coberto",
    notCounted: "não contado",
    byDay: (day, amount) => `até ${day}: ${amount}`,
    yearAmount: (year, amount) => `${year}: ${amount}`,
    partlyUnknown: (count, unknown) => `${incidents(count)}, ${unknown} de valor desconhecido`,
    partlyReturned: (count, known) => `${incidents(count)}, conhecido de ${known}`,
    rest(count, noun, most, measure) {
      const said = `${number.whole(count)} ${NOUNS[noun][count === 1 ? 0 : 1]}`;
      if (most !== null) return `${said}, até ${most}${count === 1 ? "" : " cada"}`;
      return `${said}, ${measure === "returned" ? "nada conhecido" : "de valor desconhecido"}`;
    },
    range: (least, surest, most, leastSure) =>
      `${least} ${PORTUGUESE.confidence[surest]} a ${most} ${PORTUGUESE.confidence[leastSure]}`,
    acquitted: (amount) => `${amount} (absolvição)`,
    sure: (amount, confidence) => `${amount} ${PORTUGUESE.confidence[confidence]}`,
  },

  note: {
    unknownSize: (count, measure) =>
      measure === "returned"
        ? `Não inclui ${incidents(count)} de que ninguém disse o que foi devolvido.`
        : `Não inclui ${incidents(count)} de valor desconhecido.`,
    imprecise: (count) =>
      `${incidents(count)} com data conhecida só por mês ou ano: no início deste.`,
    unfinished({ interval, dashed, from, through, blank, last }) {
      const why =
        blank === "uncovered"
          ? "ainda não cobertos, o que não é zero"
          : "em branco, o que não é zero";
      const rest = blank === "none" ? "" : `; ${INTERVALS[interval]} posteriores: ${why}`;
      if (dashed === 0) return `Contado até ${last}${rest}.`;
      const counted = [from && `desde ${from}`, through && `até ${through}`]
        .filter(Boolean)
        .join(" e ");
      const which =
        dashed > 1
          ? `Os ${INTERVALS[interval]} tracejados são contados só ${counted}`
          : `O ${INTERVAL[interval]} tracejado é contado ${counted}`;
      return `${which}${rest}.`;
    },
    young: (interval, count, within, mayShrink) =>
      `${count > 1 ? `Os ${INTERVALS[interval]} sombreados ainda podem` : `O ${INTERVAL[interval]} sombreado ainda pode`} ${mayShrink ? "mudar" : "crescer"}: ${lag(within)}.`,
    columnShare: (interval, measure) =>
      `100% é ${measure === "count" ? "o número de incidentes" : "a soma dos valores conhecidos"} de um ${INTERVAL[interval]}: o número sobre a coluna.`,
    totalShare: (measure, total) =>
      `100% é ${measure === "count" ? "o número de todos" : "a soma dos valores conhecidos"}: ${total}.`,
    treeShare:
      "As barras dos atores e de suas partes são dos mesmos incidentes e, por isso, somam mais.",
    logLines:
      "O eixo é logarítmico: cada linha horizontal vale dez vezes a de baixo. Uma linha começa em seu primeiro valor, pois zero não tem lugar.",
    median: (interval, least, most) =>
      `A mediana de um ${INTERVAL[interval]} é de ${least === most ? "" : `${number.whole(least)} a `}${incidents(most)}.`,
    inDollars: (year, isBack) =>
      `Cada valor é multiplicado pelo índice de preços ao consumidor dos EUA (CPI-U, todos os bens, média anual) de ${year} e dividido pelo do ano do roubo${isBack ? ", também o que foi devolvido depois" : ""}. Índice: ${PRICE_INDEX_SOURCE.publisher}, série ${PRICE_INDEX_SOURCE.series}.`,
    noIndexYet: (first, hasLater) =>
      `Ainda não há média anual de ${first}${hasLater ? " nem de anos posteriores" : ""}: esses valores contam como os de ${LAST_INDEX_YEAR}.`,
    thresholdAtTheft: "O valor mínimo pedido é o do momento do roubo.",
    severalActors: (count) =>
      `${incidents(count)} com vários atores, dos quais nenhum é parte de outro, ${plural(count, "conta", "contam")} em “Vários atores”.`,
    chargedTogether: (shared, together) =>
      together === 0
        ? ""
        : together < shared
          ? ` Em ${together} deles foram acusados juntos.`
          : " Em todos foram acusados juntos.",
    dividedChains: (count) =>
      `${incidents(count)} em várias blockchains ${plural(count, "conta", "contam")} em cada uma com o que dizem seus ativos.`,
    undividedChains:
      "“Em várias blockchains”: incidentes de que nenhuma fonte diz quanto foi perdido em cada uma.",
    undated: (count, interval) =>
      `${incidents(count)} com data conhecida só por ano: em nenhum ${INTERVAL[interval]}, e à parte na tabela.`,
    interval: (fitting) =>
      `Cada coluna é um ${INTERVAL[fitting]} porque o período é longo; também podem ser ${fitting === "quarter" ? "meses ou anos" : "meses ou trimestres"}.`,
    lessSure: (confidence) =>
      `“Sem atribuição” inclui também o que é atribuído com menos certeza que “${PORTUGUESE.confidence[confidence]}”.`,
    uncovered: (day) => `Os dias após ${day} ainda não estão cobertos.`,
    mayGain: (day, within) => `Desde ${day} ainda podem surgir roubos: ${lag(within)}.`,
    unplaced: (count, isUnknown, amount) =>
      `Sem lugar, por não se conhecer o dia: ${incidents(count)}${isUnknown ? " de valor desconhecido" : amount === null ? "" : `, ${amount}`}.`,
    published: (newest, old, version, was) =>
      `Contado pelas regras ${newest}. Ao ser publicada, pelas regras ${old}, a versão ${version} dizia ${was}.`,
    levels: (shown) =>
      `Cada incidente conta pela afirmação mais segura que nomeia o ator ou uma parte dele: ${shown.map((level) => LEVELS[level]).join("; ")}.`,
    acquitted:
      "Absolvição: o que foi atribuído a uma pessoa e de que ela foi absolvida não corresponde a nenhum grau de certeza.",
    actorRanges: (measure, span, named) =>
      `${PORTUGUESE.subject[measure]} segundo a atribuição, ${span}: ${named.map(([name, range]) => `${name}, ${range}`).join("; ")}.`,
    indentedBars:
      "Atores recuados são parte do que está acima, cuja barra contém os incidentes deles, uma vez cada.",
    indentedRows:
      "Atores recuados são parte do que está acima, cuja linha contém os incidentes deles, uma vez cada.",
    sharedActors: (count) =>
      `${incidents(count)} com vários atores ${plural(count, "conta", "contam")} uma vez para cada um.`,
    blank: "Em branco: nenhum incidente conta.",
    dashed: (day) => `A linha tracejada marca ${day}, dia em que os anos são comparados.`,
    otherSources: (year, years) =>
      `Fontes diferentes das de ${year} em ${years}: uma mudança pode vir das fontes, não dos roubos.`,
    impreciseSteps: (count) =>
      `${incidents(count)} com data conhecida só por mês ou ano: a partir do último dia deste.`,
    unknownByYear: (byYear, measure) =>
      `Não inclui incidentes ${measure === "returned" ? "de que ninguém disse o que foi devolvido" : "de valor desconhecido"} (${byYear}).`,
    ranges: "Uma linha fina vai do menor ao maior valor que as fontes dão.",
    below: (count, amount) => `${incidents(count)} abaixo de ${amount}, ao pé do eixo.`,
    unknownTicks: (count) =>
      `${incidents(count)} de valor desconhecido: ${plural(count, "traço", "traços")} sob o eixo.`,
    bounded: (count) => `De ${number.whole(count)} deles se conhece um limite, que está na tabela.`,
  },

  finding: {
    nothing: "Nada está registrado",
    nothingThrough: (day) => `Nada está registrado até ${day}`,
    noAmountThrough: (day) => `Nenhum valor acima de zero está registrado até ${day}`,
    noneThrough: (day, isMoney) =>
      `Nenhum ${isMoney ? "valor" : "incidente"} está registrado até ${day}`,
    sizeUnknown: (count) =>
      count === 1
        ? "O valor do único incidente é desconhecido"
        : `O valor de todos os incidentes (${count}) é desconhecido`,
    nothingAboveZero: "Nada acima de zero está registrado",
    nothingReturned: "Nenhuma devolução é conhecida",
    noBestEstimate: (count) =>
      `Não se conhece a melhor estimativa de nenhum dos incidentes (${count})`,
    largestPeriod: (period, interval, amount) =>
      `${upperFirst(period)} é o maior ${INTERVAL[interval]}, com ${amount}`,
    largestMedianPeriod: (period, interval, amount) =>
      `${upperFirst(period)} é o maior ${INTERVAL[interval]} pela mediana, com ${amount}`,
    shareOfAll: (percent, all, part) => `${percent} do total (${all}): ${partName(part)}`,
    largestMedian: (name, amount, all) =>
      `A maior mediana: ${name} com ${amount}, contra ${all} de todos os incidentes`,
    largestPart: (found, part) =>
      `${found}, ${part.isMost ? "a maior parte" : "sobretudo"}: ${partName(part)}`,
    largestOf: (name, amount, share) => `O maior: ${name} com ${amount}, ${share} do total`,
    severalChains: "a parte em várias blockchains",
    partNotKnown: "a parte não conhecida",
    largestIncident: (name, day, amount, share) =>
      `O maior: ${name} (${day}) com ${amount}, ${share} do total`,
    largestDot: (name, day, amount) => `O maior: ${name} (${day}) com ${amount}`,
    reaching: (count, of, amount) =>
      `; ${count} de ${incidents(of)} ${plural(count, "chega", "chegam")} a ${amount}`,
    nobodyNamed: (count, isSurely) =>
      count === 1
        ? `O único incidente não tem atribuição${isSurely ? " tão segura" : ""}`
        : `De ${incidents(count)}, nenhum tem atribuição${isSurely ? " tão segura" : ""}`,
    noAmountNamed: "Não se conhece nenhum valor do que é atribuído",
    nothingNamed: "Nada é atribuído",
    mostNamed: (name, range, share) =>
      `A maior atribuição é a ${name}: ${range}${share === null ? "" : `, ${share} do total`}`,
    restNamed: (amount, _, isSurely) =>
      `; sem atribuição${isSurely ? " ou com menos certeza" : ""}: ${amount}`,
    largestYear: (name, year, amount) => `O maior: ${name} em ${year} com ${amount}`,
    reached: (year, amount, day) => `${year}: ${amount} até ${day}`,
    reachedUnknown: (year, day) => `O acumulado de ${year} até ${day} é desconhecido`,
    againstYear: (reached, amount, year) =>
      `${reached}; no mesmo dia de ${year}: ${amount ?? "um valor desconhecido"}`,
  },

  table: {
    interval: { month: "Mês", quarter: "Trimestre", year: "Ano" },
    dimension: {
      category: "Categoria",
      technique: "Técnica",
      target: "Tipo de alvo",
      chain: "Blockchain",
      actor: "Ator",
    },
    incident: "Incidente",
    date: "Data",
    incidents: "Incidentes",
    share: "Parcela do total",
    lowest: "Mínimo",
    highest: "Máximo",
    through: "Até",
    endOfFebruary: "fim de fev",
    amounts: {
      gross: "Perdas em dólares",
      net: "Perdas líquidas em dólares",
      returned: "Devolvido em dólares",
      count: "Incidentes",
      median: "Perda mediana em dólares",
    },
    inDollars: (heading, year) => heading.replace("em dólares", `em dólares de ${year}`),
    unknownSize: "De valor desconhecido",
    nobodySaid: "Sem indicação",
    all: "Todos os incidentes, uma vez cada",
    allCategories: "Todas as categorias",
    allOnce: "Todos, uma vez cada",
    allYears: "Todos os anos",
    allYearsIncidents: "Todos os anos, incidentes",
    undated: (year, interval) => `${year}, ${INTERVAL[interval]} não conhecido`,
    ofWhich: (confidence) => `Disso, ${PORTUGUESE.confidence[confidence]}`,
    more: (count) => `Mais ${incidents(count)}, de valor menor ou desconhecido`,
    upTo: (amount) => `até ${amount}`,
    atLeast: (amount) => `ao menos ${amount}`,
    between: (low, high) => `${low} a ${high}`,
  },

  statistics: PORTUGUESE_STATISTICS,

  frame: {
    source: (version) => `Lossline, versão ${version}`,
    line: (source, through, licence) => `Fonte: ${source}, contado até ${through}. ${licence}.`,
    sourceBefore: "Fonte: ",
    toPage: "Os números e como são contados (em inglês)",
  },
  publisher: {
    note: (text) => `Nota do veículo: ${text}`,
    annotation: (name, text) => `Anotação do veículo sobre ${name}: ${text}`,
    credit: (name) => `crédito: ${name}`,
    parts: {
      headline: "título",
      subtitle: "subtítulo",
      note: "nota",
      alt: "texto alternativo",
      highlight: "destaque",
      mark: "anotação",
    },
    annotations: "anotações",
    whose: (parts) => `${parts}: do veículo`,
    data: (source) => `dados: ${source}`,
    semicolon: "; ",
  },
};
