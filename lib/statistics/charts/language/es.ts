import { LAST_INDEX_YEAR, PRICE_INDEX_SOURCE } from "@/lib/values/money/price-index";
import { sentence } from "@/lib/values/text/sentences";
import type { ChartWords, LargestPart } from "./chart-words";
import { dateWords } from "./date-words";
import { lowerInside } from "./lower-inside";
import { numberWords } from "./number-words";
import { SPANISH_STATISTICS } from "./statistics/es";

// Español: todo en millones (M), porque «billón» es otra cosa que el billion inglés; coma decimal, punto de millares.

const LONG =
  "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(
    " ",
  );
const SHORT = "ene feb mar abr may jun jul ago sept oct nov dic".split(" ");

const number = numberWords({
  decimal: ",",
  group: ".",
  unknown: "desconocido",
  money: (digits, letters) => `${digits}\u00a0${letters === "" ? "" : `${letters}\u00a0`}$`,
  units: [{ size: 1e6, letters: "M" }],
  columns: { "US$ million": 1e6, "US$ billion": 1e6 },
  unitNames: {
    US$: "Dólares de EE. UU.",
    "US$ million": "Millones de dólares de EE. UU.",
    "US$ billion": "Millones de dólares de EE. UU.",
  },
  cells: { size: 1e6, name: "Millones de dólares de EE. UU." },
  percent: (digits) => `${digits}\u00a0%`,
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
  sinceStart: (day) => `hasta el ${day}`,
  yearThrough: (year, day) => `${year} hasta el ${day}`,
  cut: (end, day) => `${end === "to" ? "hasta" : "desde"} ${day}`,
  dayAlone: (day) => String(day),
  quarter: (each) => `T${each}`,
  quarterOf: (each, year) => `T${each} ${year}`,
  throughYear: (year) => `a ’${year.slice(2)}`,
});

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);
const incidents = (count: number) =>
  `${number.whole(count)} ${plural(count, "incidente", "incidentes")}`;
const list = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} y ${parts.at(-1)}`;
const lag = (within: number) =>
  `19 de cada 20 robos registrados tuvieron su primera fuente en ${number.whole(within)} ${plural(within, "día", "días")}`;
const INTERVAL = { month: "mes", quarter: "trimestre", year: "año" } as const;
const INTERVALS = { month: "meses", quarter: "trimestres", year: "años" } as const;
const NOUNS = {
  actor: ["actor más", "actores más"],
  incident: ["incidente más", "incidentes más"],
  technique: ["técnica más", "técnicas más"],
  target: ["tipo de objetivo más", "tipos de objetivo más"],
  chain: ["blockchain más", "blockchains más"],
} as const;
const LEVELS = {
  confirmed: "confirmado por un gobierno, un tribunal o el ladrón",
  likely: "probable según dos o más partes independientes o pruebas sólidas on-chain",
  suspected: "sospechado por un analista o una empresa",
} as const;

/** A month is written small, but not where it begins a sentence. */
const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function partName({ kind, by, label }: LargestPart): string {
  if (kind === "unknown")
    return {
      category: "por un medio desconocido",
      technique: "con una técnica desconocida",
      target: "de un objetivo desconocido",
      chain: "en una blockchain desconocida",
      actor: "sin atribuir",
    }[by];
  if (kind === "several")
    return by === "chain" ? "en varias blockchains" : "atribuido a varios actores";
  return label;
}

export const SPANISH: ChartWords = {
  language: "es",
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
    gross: "Pérdidas",
    net: "Pérdidas netas",
    returned: "Fondos devueltos",
    count: "Incidentes",
    median: "Pérdida mediana",
  },
  share: {
    gross: "Porcentaje de las pérdidas",
    net: "Porcentaje de las pérdidas netas",
    returned: "Porcentaje de los fondos devueltos",
    count: "Porcentaje de los incidentes",
    median: "Porcentaje de la pérdida mediana",
  },
  cumulative: {
    gross: "Pérdidas acumuladas",
    net: "Pérdidas netas acumuladas",
    returned: "Fondos devueltos acumulados",
    count: "Incidentes acumulados",
    median: "Pérdida mediana acumulada",
  },
  eachIncident: "Incidentes",
  largest: {
    gross: "Las mayores pérdidas",
    net: "Las mayores pérdidas netas",
    returned: "Las mayores devoluciones",
    count: "Las mayores pérdidas",
    median: "Las mayores pérdidas",
  },
  largestOfMany: (count, measure) => SPANISH.largest[measure].replace("Las ", `Las ${count} `),
  splitNames: {
    month: "mes",
    quarter: "trimestre",
    year: "año",
    category: "categoría",
    technique: "técnica",
    target: "tipo de objetivo",
    chain: "blockchain",
    actor: "presunto autor",
    day: "día",
    size: "importe",
  },
  split: (names) => `por ${names.join(" y ")}`,
  title: ({ subject, split, dollars, filters, span, against }) =>
    [
      split === null ? subject : `${subject} ${split}`,
      ...(dollars === null ? [] : [`en dólares de ${dollars}`]),
      ...filters,
      against === null ? span : `${span} frente a ${against}`,
    ].join(", "),
  moreFilters: (count) => plural(count, "1 filtro más", `${count} filtros más`),

  category: {
    "contract-exploit": "Explotación de un contrato inteligente",
    "flash-loan": "Ataque con préstamo relámpago",
    "wallet-compromise": "Monedero comprometido",
    phishing: "Phishing",
    "exit-scam": "Fuga con los fondos",
    unknown: "Desconocido",
  },
  technique: {
    reentrancy: "Reentrada",
    "oracle-manipulation": "Manipulación de oráculo o precio",
    "access-control": "Control de acceso ausente o defectuoso",
    "input-validation": "Validación insuficiente de entradas",
    arithmetic: "Error de cálculo, redondeo o precisión",
    "logic-error": "Error en la lógica de negocio",
    "bridge-verification": "Verificación de puente o prueba",
    "governance-attack": "Ataque de gobernanza",
    "signature-replay": "Fallo de firma o repetición",
    "mint-bug": "Emisión de tokens sin respaldo",
    misconfiguration: "Configuración errónea",
    "compiler-bug": "Error de compilador o biblioteca",
    "consensus-attack": "Ataque del 51\u00a0% o al consenso",
    "weak-randomness": "Aleatoriedad débil",
    "private-key-compromise": "Clave privada robada",
    "hot-wallet-breach": "Intrusión en un hot wallet, causa no pública",
    "supply-chain": "Cadena de suministro",
    "infrastructure-breach": "Intrusión en servidores o la nube",
    "signer-deception": "Firmantes engañados (firma a ciegas)",
    insider: "Persona interna",
    "social-engineering": "Ingeniería social",
    "frontend-hijack": "Secuestro de interfaz o DNS",
    "approval-phishing": "Phishing de autorizaciones",
    "address-poisoning": "Envenenamiento de direcciones",
    "rug-pull": "Rug pull",
    ponzi: "Esquema Ponzi o inversión falsa",
    "mev-bot-exploit": "Explotación de un bot MEV o de trading",
    unknown: "Desconocida",
  },
  target: {
    exchange: "Casa de cambio",
    "payment-processor": "Procesador de pagos",
    gambling: "Apuestas",
    wallet: "Monedero",
    bridge: "Puente",
    lending: "Préstamos",
    dex: "Casa de cambio descentralizada",
    yield: "Rendimiento o staking",
    stablecoin: "Stablecoin",
    derivatives: "Derivados",
    token: "Token",
    nft: "NFT",
    gaming: "Videojuegos",
    dao: "DAO o tesorería",
    blockchain: "Blockchain",
    custodian: "Custodio o fondo",
    infrastructure: "Infraestructura",
    "mev-bot": "Bot MEV",
    individual: "Particular",
    other: "Otro",
  },
  targets: {
    exchange: "casas de cambio",
    "payment-processor": "procesadores de pagos",
    gambling: "servicios de apuestas",
    wallet: "monederos",
    bridge: "puentes",
    lending: "servicios de préstamos",
    dex: "casas de cambio descentralizadas",
    yield: "servicios de rendimiento y staking",
    stablecoin: "stablecoins",
    derivatives: "servicios de derivados",
    token: "tokens",
    nft: "proyectos de NFT",
    gaming: "videojuegos",
    dao: "DAO y tesorerías",
    blockchain: "blockchains",
    custodian: "custodios y fondos",
    infrastructure: "infraestructura",
    "mev-bot": "bots MEV",
    individual: "particulares",
    other: "otros objetivos",
  },
  confidence: {
    suspected: "sospechado",
    likely: "probable",
    confirmed: "confirmado",
    acquitted: "absolución",
  },
  sourcing: { one: "se basa en una sola fuente", copies: "solo reproducciones" },
  legalStatus: (status, when) =>
    ({
      charged: "acusación, sin juicio",
      convicted: "condena",
      "pleaded-guilty": "declaración de culpabilidad",
      acquitted: "absolución",
      "not-tried": "sin juicio",
      "convicted-deceased":
        when === null ? "condena, fallecimiento posterior" : `condena, fallecimiento en ${when}`,
      "charged-group": "acusación",
      deceased: "fallecimiento",
      unknown: "situación procesal desconocida",
    })[status] + (when === null || status === "convicted-deceased" ? "" : `, ${when}`),
  inside: lowerInside,

  filter: {
    byNobody: "sin atribuir",
    by: (name) => `con atribución a ${name}`,
    byAnyone: "con atribución",
    surely: {
      confirmed: "atribuciones confirmadas",
      likely: "atribuciones probables y confirmadas",
      suspected: "todas las atribuciones",
    },
    unknownMeans: "medio desconocido",
    unknownTechnique: "técnica desconocida",
    at: (name) => `objetivo ${name}`,
    spelt: (name) => `objetivo «${name}»`,
    on: (chain) => `en ${chain}`,
    least: (amount) => `al menos ${amount} cada uno`,
    marked: (label) => `con la nota «${label}»`,
    upTo: (top) => `se muestran hasta ${top}`,
    mentioning: (text) => `con el texto «${text}»`,
    estimates: {
      best: "mejores estimaciones",
      low: "estimaciones bajas",
      high: "estimaciones altas",
    },
  },
  rule: {
    gross: "importes brutos",
    net: "menos lo devuelto",
    returned: "devoluciones conocidas",
    median: "mediana de los incidentes con importe conocido",
    category: (term) => `categoría: ${lowerInside(term)}`,
    technique: (term) => `técnica: ${lowerInside(term)}`,
    target: (term) => `objetivo: ${lowerInside(term)}`,
    leastSure: (confidence) =>
      ({
        confirmed: "solo atribuciones confirmadas",
        likely: "atribuciones probables y confirmadas",
        suspected: "todas las atribuciones",
      })[confidence],
  },
  subtitle: {
    amounts(unit, when) {
      if (when === null) return unit;
      return when === "theft"
        ? `${unit} en el momento del robo`
        : `${unit}, en dólares de ${when} (CPI-U de EE. UU.)`;
    },
    percentOfIncidents: "Porcentaje de los incidentes",
    percentOfDollars: "Porcentaje de los dólares",
    numberOfIncidents: "Número de incidentes",
    cumulative: "acumulado",
    logarithmic: "eje logarítmico",
    earlierInFull: "; años anteriores completos",
  },

  kind: {
    bars: "Gráfico de barras",
    columns: "Gráfico de columnas",
    stacked: "Gráfico de columnas apiladas",
    steps: "Gráfico de líneas escalonadas",
    logSteps: "Gráfico logarítmico de líneas escalonadas",
    dots: "Gráfico de puntos",
    logDots: "Gráfico logarítmico de puntos",
    heat: "Mapa de calor",
  },
  alternative: (kind, title, finding) => `${kind}: ${sentence(title)} ${finding}.`,

  label: {
    unknown: "desconocido",
    notKnown: "No se conoce",
    noChain: "Sin blockchain citada",
    notAttributed: "Sin atribuir",
    attributed: "Atribuido",
    notAttributedKey: "sin atribuir",
    severalChains: "En varias blockchains",
    severalActors: "Varios actores",
    others: (count) => `${count} más`,
    nothing: "Ningún incidente registrado corresponde a esta selección.",
    none: "ninguno",
    overall: "en total",
    notYetCovered: "aún sin cubrir",
    notCounted: "sin contar",
    byDay: (day, amount) => `al ${day}: ${amount}`,
    yearAmount: (year, amount) => `${year}: ${amount}`,
    partlyUnknown: (count, unknown) => `${incidents(count)}, ${unknown} de importe desconocido`,
    partlyReturned: (count, known) => `${incidents(count)}, conocido de ${known}`,
    rest(count, noun, most, measure) {
      const said = `${number.whole(count)} ${NOUNS[noun][count === 1 ? 0 : 1]}`;
      if (most !== null)
        return `${said}, ${count === 1 ? "" : noun === "technique" || noun === "chain" ? "cada una " : "cada uno "}${most} como máximo`;
      return `${said}, ${measure === "returned" ? "nada conocido" : "de importe desconocido"}`;
    },
    range: (least, surest, most, leastSure) =>
      `${least} ${SPANISH.confidence[surest]} a ${most} ${SPANISH.confidence[leastSure]}`,
    acquitted: (amount) => `${amount} (absolución)`,
    sure: (amount, confidence) => `${amount} ${SPANISH.confidence[confidence]}`,
  },

  note: {
    unknownSize: (count, measure) =>
      measure === "returned"
        ? `No se incluyen ${incidents(count)} de los que nadie ha dicho qué se devolvió.`
        : `No se incluyen ${incidents(count)} de importe desconocido.`,
    imprecise: (count) =>
      `${incidents(count)} con fecha conocida solo por mes o año: al comienzo de este.`,
    unfinished({ interval, dashed, from, through, blank, last }) {
      const why =
        blank === "uncovered" ? "aún sin cubrir, que no es cero" : "en blanco, que no es cero";
      const rest = blank === "none" ? "" : `; los ${INTERVALS[interval]} posteriores, ${why}`;
      if (dashed === 0) return `Contado hasta el ${last}${rest}.`;
      const counted = [from && `desde el ${from}`, through && `hasta el ${through}`]
        .filter(Boolean)
        .join(" y ");
      const which =
        dashed > 1
          ? `Los ${INTERVALS[interval]} de trazo discontinuo se cuentan solo ${counted}`
          : `El ${INTERVAL[interval]} de trazo discontinuo se cuenta ${counted}`;
      return `${which}${rest}.`;
    },
    young: (interval, count, within, mayShrink) =>
      `${count > 1 ? `Los ${INTERVALS[interval]} sombreados aún pueden` : `El ${INTERVAL[interval]} sombreado aún puede`} ${mayShrink ? "cambiar" : "crecer"}: ${lag(within)}.`,
    columnShare: (interval, measure) =>
      `El 100\u00a0% es ${measure === "count" ? "el número de incidentes" : "la suma de los importes conocidos"} de un ${INTERVAL[interval]}: la cifra sobre la columna.`,
    totalShare: (measure, total) =>
      `El 100\u00a0% es ${measure === "count" ? "el número de todos" : "la suma de los importes conocidos"}: ${total}.`,
    treeShare:
      "Las barras de los actores y de sus partes son de los mismos incidentes, por lo que suman más.",
    logLines:
      "El eje es logarítmico: cada línea horizontal es diez veces la de abajo. Una línea empieza con su primer importe, pues el cero no tiene lugar.",
    median: (interval, least, most) =>
      `La mediana de un ${INTERVAL[interval]} es de ${least === most ? "" : `${number.whole(least)} a `}${incidents(most)}.`,
    inDollars: (year, isBack) =>
      `Cada importe se multiplica por el índice de precios al consumo de EE. UU. (CPI-U, todos los bienes, media anual) de ${year} y se divide por el del año del robo${isBack ? ", también lo devuelto después" : ""}. Índice: ${PRICE_INDEX_SOURCE.publisher}, serie ${PRICE_INDEX_SOURCE.series}.`,
    noIndexYet: (first, hasLater) =>
      `Aún no hay media anual de ${first}${hasLater ? " ni de años posteriores" : ""}: esos importes cuentan como los de ${LAST_INDEX_YEAR}.`,
    thresholdAtTheft: "El importe mínimo pedido es el del momento del robo.",
    severalActors: (count) =>
      `${incidents(count)} con varios actores, de los que ninguno es parte de otro, ${plural(count, "cuenta", "cuentan")} en «Varios actores».`,
    chargedTogether: (shared, together) =>
      together === 0
        ? ""
        : together < shared
          ? ` En ${together} de ellos fueron acusados juntos.`
          : " En todos fueron acusados juntos.",
    dividedChains: (count) =>
      `${incidents(count)} en varias blockchains ${plural(count, "cuenta", "cuentan")} en cada una con lo que dicen sus activos.`,
    undividedChains:
      "«En varias blockchains»: incidentes de los que ninguna fuente dice cuánto se perdió en cada una.",
    undated: (count, interval) =>
      `${incidents(count)} con fecha conocida solo por año: en ningún ${INTERVAL[interval]}, y aparte en la tabla.`,
    interval: (fitting) =>
      `Cada columna es un ${INTERVAL[fitting]} porque el período es largo; se pueden elegir ${fitting === "quarter" ? "meses o años" : "meses o trimestres"}.`,
    lessSure: (confidence) =>
      `«Sin atribuir» incluye también lo atribuido con menos seguridad que «${SPANISH.confidence[confidence]}».`,
    uncovered: (day) => `Los días posteriores al ${day} aún no están cubiertos.`,
    mayGain: (day, within) => `Desde el ${day} aún pueden sumarse robos: ${lag(within)}.`,
    unplaced: (count, isUnknown, amount) =>
      `Sin situar, por no conocerse el día: ${incidents(count)}${isUnknown ? " de importe desconocido" : amount === null ? "" : `, ${amount}`}.`,
    published: (newest, old, version, was) =>
      `Contado según las reglas ${newest}. Al publicarse, según las reglas ${old}, la versión ${version} decía ${was}.`,
    levels: (shown) =>
      `Cada incidente cuenta según la afirmación más segura que nombra al actor o a una parte de él: ${shown.map((level) => LEVELS[level]).join("; ")}.`,
    acquitted:
      "Absolución: lo que se atribuyó a una persona y de lo que fue absuelta no corresponde a ningún grado de certeza.",
    actorRanges: (measure, span, named) =>
      `${SPANISH.subject[measure]} según la atribución, ${span}: ${named.map(([name, range]) => `${name}, ${range}`).join("; ")}.`,
    indentedBars:
      "Los actores sangrados son parte del que está encima, cuya barra contiene sus incidentes, una vez cada uno.",
    indentedRows:
      "Los actores sangrados son parte del que está encima, cuya fila contiene sus incidentes, una vez cada uno.",
    sharedActors: (count) =>
      `${incidents(count)} con varios actores ${plural(count, "cuenta", "cuentan")} una vez para cada uno.`,
    blank: "En blanco: no cuenta ningún incidente.",
    dashed: (day) => `La línea discontinua marca el ${day}, día en que se comparan los años.`,
    otherSources: (year, years) =>
      `Fuentes distintas de las de ${year} en ${years}: un cambio puede deberse a las fuentes y no a los robos.`,
    impreciseSteps: (count) =>
      `${incidents(count)} con fecha conocida solo por mes o año: desde el último día de este.`,
    unknownByYear: (byYear, measure) =>
      `No se incluyen incidentes ${measure === "returned" ? "de los que nadie ha dicho qué se devolvió" : "de importe desconocido"} (${byYear}).`,
    ranges: "Una línea fina va del importe más bajo al más alto que dan las fuentes.",
    below: (count, amount) => `${incidents(count)} por debajo de ${amount}, al pie del eje.`,
    unknownTicks: (count) =>
      `${incidents(count)} de importe desconocido: ${plural(count, "marca", "marcas")} bajo el eje.`,
    bounded: (count) =>
      `De ${number.whole(count)} de ellos se conoce un límite, que figura en la tabla.`,
  },

  finding: {
    nothing: "No hay nada registrado",
    nothingThrough: (day) => `No hay nada registrado hasta el ${day}`,
    noAmountThrough: (day) => `No hay ningún importe mayor que cero hasta el ${day}`,
    noneThrough: (day, isMoney) =>
      `No hay ningún ${isMoney ? "importe" : "incidente"} registrado hasta el ${day}`,
    sizeUnknown: (count) =>
      count === 1
        ? "El importe del único incidente es desconocido"
        : `El importe de todos los incidentes (${count}) es desconocido`,
    nothingAboveZero: "No hay nada mayor que cero",
    nothingReturned: "No se conoce ninguna devolución",
    noBestEstimate: (count) => `No se conoce la mejor estimación de ningún incidente (${count})`,
    largestPeriod: (period, interval, amount) =>
      `${upperFirst(period)} es el mayor ${INTERVAL[interval]}, con ${amount}`,
    largestMedianPeriod: (period, interval, amount) =>
      `${upperFirst(period)} es el mayor ${INTERVAL[interval]} por su mediana, con ${amount}`,
    shareOfAll: (percent, all, part) => `${percent} del total (${all}): ${partName(part)}`,
    largestMedian: (name, amount, all) =>
      `La mayor mediana: ${name} con ${amount}, frente a ${all} de todos los incidentes`,
    largestPart: (found, part) =>
      `${found}, ${part.isMost ? "la mayor parte" : "sobre todo"}: ${partName(part)}`,
    largestOf: (name, amount, share) => `El mayor: ${name} con ${amount}, ${share} del total`,
    severalChains: "la parte en varias blockchains",
    partNotKnown: "la parte no conocida",
    largestIncident: (name, day, amount, share) =>
      `El mayor: ${name} (${day}) con ${amount}, ${share} del total`,
    largestDot: (name, day, amount) => `El mayor: ${name} (${day}) con ${amount}`,
    reaching: (count, of, amount) =>
      `; ${count} de ${incidents(of)} ${plural(count, "llega", "llegan")} a ${amount}`,
    nobodyNamed: (count, isSurely) =>
      count === 1
        ? `El único incidente no está atribuido${isSurely ? " con tanta seguridad" : ""}`
        : `De ${incidents(count)}, ninguno está atribuido${isSurely ? " con tanta seguridad" : ""}`,
    noAmountNamed: "No se conoce ningún importe de lo atribuido",
    nothingNamed: "No hay nada atribuido",
    mostNamed: (name, range, share) =>
      `Lo más atribuido es a ${name}: ${range}${share === null ? "" : `, ${share} del total`}`,
    restNamed: (amount, _, isSurely) =>
      `; sin atribuir${isSurely ? " o con menos seguridad" : ""}: ${amount}`,
    largestYear: (name, year, amount) => `El mayor: ${name} en ${year} con ${amount}`,
    reached: (year, amount, day) => `${year}: ${amount} al ${day}`,
    reachedUnknown: (year, day) => `Lo acumulado en ${year} al ${day} es desconocido`,
    againstYear: (reached, amount, year) =>
      `${reached}; el mismo día de ${year}: ${amount ?? "un importe desconocido"}`,
  },

  table: {
    interval: { month: "Mes", quarter: "Trimestre", year: "Año" },
    dimension: {
      category: "Categoría",
      technique: "Técnica",
      target: "Tipo de objetivo",
      chain: "Blockchain",
      actor: "Actor",
    },
    incident: "Incidente",
    date: "Fecha",
    incidents: "Incidentes",
    share: "Porcentaje del total",
    lowest: "Mínimo",
    highest: "Máximo",
    through: "Hasta",
    endOfFebruary: "fin de feb",
    amounts: {
      gross: "Pérdidas en dólares",
      net: "Pérdidas netas en dólares",
      returned: "Devuelto en dólares",
      count: "Incidentes",
      median: "Pérdida mediana en dólares",
    },
    inDollars: (heading, year) => heading.replace("en dólares", `en dólares de ${year}`),
    unknownSize: "De importe desconocido",
    nobodySaid: "Sin indicación",
    all: "Todos los incidentes, una vez cada uno",
    allCategories: "Todas las categorías",
    allOnce: "Todos, una vez cada uno",
    allYears: "Todos los años",
    allYearsIncidents: "Todos los años, incidentes",
    undated: (year, interval) => `${year}, ${INTERVAL[interval]} no conocido`,
    ofWhich: (confidence) => `De ello, ${SPANISH.confidence[confidence]}`,
    more: (count) => `${incidents(count)} más, de importe menor o desconocido`,
    upTo: (amount) => `hasta ${amount}`,
    atLeast: (amount) => `al menos ${amount}`,
    between: (low, high) => `${low} a ${high}`,
  },

  statistics: SPANISH_STATISTICS,

  frame: {
    source: (version) => `Lossline, versión ${version}`,
    line: (source, through, licence) =>
      `Fuente: ${source}, contado hasta el ${through}. ${licence}.`,
    sourceBefore: "Fuente: ",
    toPage: "Las cifras y cómo se cuentan (en inglés)",
  },
  publisher: {
    note: (text) => `Nota del medio: ${text}`,
    annotation: (name, text) => `Anotación del medio sobre ${name}: ${text}`,
    credit: (name) => `crédito: ${name}`,
    parts: {
      headline: "titular",
      subtitle: "subtítulo",
      note: "nota",
      alt: "texto alternativo",
      highlight: "resaltado",
      mark: "anotación",
    },
    annotations: "anotaciones",
    whose: (parts) => `${parts}: del medio`,
    data: (source) => `datos: ${source}`,
    semicolon: "; ",
  },
};
