import type { Required } from "@/lib/site/urls/route";
import { PARAMETERS, type ParameterProblem } from "@/lib/statistics/rules/parameters";
import { chainLabel } from "@/lib/values/taxonomy/taxonomy";
import { addressProblem } from "@/lib/values/wallets/address-format";
import { transactionProblem } from "@/lib/values/wallets/transaction-hash";
import { withoutUnseen } from "@/lib/values/wallets/unseen-signs";

/** Why a request is answered with something else than what it asks for, for people. */
export interface RequestProblem {
  status: 400 | 403 | 404 | 405 | 406 | 413 | 415 | 416 | 429 | 500 | 501 | 503;
  title: string;
  problems: ParameterProblem[];
  /** What is not there, where that is the trouble. */
  missing?: string;
  /** The version within which to go on; null for the newest. */
  version: number | null;
}

export function badParameters(
  problems: ParameterProblem[],
  version: number | null,
): RequestProblem {
  const title = "Something in this URL cannot be read";
  return { status: 400, title, problems, version };
}

export function noPage(path: string, version: number | null): RequestProblem {
  const missing = `There is no page at ${path}.`;
  return { status: 404, title: "There is no such page", problems: [], missing, version };
}

/** @param path below `/log/` */
export function noLogFile(path: string): RequestProblem {
  return {
    status: 404,
    title: "The log has no such file",
    problems: [],
    missing: `Nothing is at /log/${path.slice(0, 200)}. There are /log/checkpoint, /log/checkpoints/<version>, /log/key where a key signs, the tiles of c2sp.org/tlog-tiles, and /log/revisions/<tile>.jsonl or /log/revisions/<kind>/<id>/<revision>.json.`,
    version: null,
  };
}

/** @param isThere whether that version has a dump at all */
export function noFileOfDump(file: string, version: number, isThere: boolean): RequestProblem {
  const missing = isThere
    ? `The dump of version ${version} holds no file “${file.slice(0, 200)}”. All that there are, /dumps and /api/v1/versions list.`
    : `No dump of version ${version} is offered. Those that are, /dumps and /api/v1/versions list.`;
  return { status: 404, title: "There is no such file", problems: [], missing, version: null };
}

export function noCitation(shortId: string): RequestProblem {
  return {
    status: 404,
    title: "There is no such short id",
    problems: [],
    missing: `“${shortId.slice(0, 100)}” names no chart. Its last character checks the others, so one of them was probably mistyped; O counts as 0, I and L count as 1, and case and hyphens do not matter.`,
    version: null,
  };
}

/** @param newest the number of the newest version; null where nothing has been published */
export function noVersion(asked: string, newest: number | null): RequestProblem {
  const newestIs =
    newest === null ? "nothing has been published yet" : `the newest is version ${newest}`;
  return {
    status: 404,
    title: "There is no such version",
    problems: [],
    missing: `The record has no version “${asked}”; ${newestIs}.`,
    version: null,
  };
}

/** A version that has not reached the copy of the record that is read, or may not have. */
export function notHereYet(asked: number): RequestProblem {
  return {
    status: 503,
    title: "This version is not here yet",
    problems: [],
    missing: `Version ${asked} has not reached this copy of the record. If it has been published, it will be here in a moment.`,
    version: null,
  };
}

/** @param asked the version that the URL names; null where it names none */
export function notHeld(required: Required, version: number, asked: number | null): RequestProblem {
  if (required.kind === "address" || required.kind === "transaction")
    return walletNotNamed(required, version, asked);
  if (required.kind === "group")
    return {
      status: 404,
      title: "No incidents are linked here",
      problems: [],
      missing: `In version ${version} of the record, “${required.member}” is no incident that shares an address with another. A group goes by the slug of any of its incidents.`,
      version: asked,
    };
  if (required.kind === "publishedFigure")
    return {
      status: 404,
      title: "There is no such figure",
      problems: [],
      missing: `Version ${version} of the record holds no published figure ${required.figure}. All that it holds are at /figures.`,
      version: asked,
    };
  if (required.kind === "publisher")
    return {
      status: 404,
      title: "There is no such publisher",
      problems: [],
      missing: `Version ${version} of the record knows no publisher “${required.publisher}”. All that it knows are at /publishers.`,
      version: asked,
    };
  const missing =
    required.kind === "page"
      ? `In version ${version} of the record this list ends before page ${required.page}.`
      : `Version ${version} of the record holds no ${required.kind} “${required.slug}”.`;
  const title = `There is no such ${required.kind}`;
  return { status: 404, title, problems: problemsOf(required), missing, version: asked };
}

/** @param id as a matched table has it */
export function noEntity(id: string, version: number): RequestProblem {
  return {
    status: 404,
    title: "There is no such record",
    problems: [],
    missing: `Version ${version} of the record holds nothing with the id “${id.slice(0, 80)}”, or has retracted it. Ids are what /reconcile answers, such as incident:17.`,
    version: null,
  };
}

/** That it is not named says nothing of whose it is: most addresses of thefts are in nobody's list. */
function walletNotNamed(
  { kind, chain, text }: Extract<Required, { chain: string }>,
  version: number,
  asked: number | null,
): RequestProblem {
  const wrong = (kind === "address" ? addressProblem : transactionProblem)(chain, text);
  const allowed =
    kind === "address"
      ? "an address in any spelling of its chain, as in /addresses/ethereum/0x…"
      : "a hash as its chain writes it, as in /transactions/ethereum/0x…";
  return {
    status: 404,
    title: `No incident in the record names this ${kind}`,
    problems:
      wrong === null
        ? []
        : [{ parameter: kind, given: text, allowed: `${allowed}. This one ${wrong}` }],
    missing: `In version ${version} of the record, no incident names ${withoutUnseen(text).text} on ${chainLabel(chain)}. That says nothing about whose it is: most ${kind === "address" ? "addresses" : "transactions"} of thefts are in no public source.${wrong === null ? ` What can be asked for is ${allowed}, with the chain as the record calls it.` : ""}`,
    version: asked,
  };
}

/** What a filter may be, where it names nothing that the version holds. */
function problemsOf(required: Required): ParameterProblem[] {
  if (required.kind !== "actor" && required.kind !== "target") return [];
  if (required.as !== "filter" && required.as !== "cited") return [];
  const { kind, slug } = required;
  return [{ parameter: kind, given: slug, allowed: PARAMETERS[kind].allowed }];
}

/** After how many seconds it is worth while to ask again where the database could not be asked. */
export const RETRY_AFTER = "10";

export function unreachable(): RequestProblem {
  return {
    status: 503,
    title: "The record cannot be reached",
    problems: [],
    missing:
      "Its database cannot be reached at the moment. Nothing is lost, and what was asked for lately is still answered; try again in a few seconds.",
    version: null,
  };
}

/** What could not be saved, as the disk of the database has no room. */
export function noRoom(): RequestProblem {
  return {
    status: 503,
    title: "Nothing can be saved at the moment",
    problems: [],
    missing:
      "The database’s disk is full. What was saved before is safe and can be read, but this was not saved: go back, keep what was typed, and send it again once whoever runs the site has made room.",
    version: null,
  };
}

/** What could not be saved, as the database takes no changes. */
export function readOnly(): RequestProblem {
  return {
    status: 503,
    title: "Nothing can be saved at the moment",
    problems: [],
    missing:
      "The database takes no changes now. What was saved before is safe and can be read, but this was not saved: go back, keep what was typed, and send it again in a few minutes.",
    version: null,
  };
}

/** What was sent, where the database went away before it said whether it took it. */
export function perhapsTaken(): RequestProblem {
  return {
    status: 503,
    title: "The database cannot be reached",
    problems: [],
    missing:
      "It could not be reached while this was under way. Go back and look in a minute whether it was taken; if it was not, send it again.",
    version: null,
  };
}

/** @param asked the version that the URL names; null where it names none */
export function notRendered(asked: number | null): RequestProblem {
  return {
    status: 500,
    title: "This page could not be made",
    problems: [],
    missing:
      "The trouble is on our side, and nothing of the record is lost. Try again in a minute; if it stays, report the address of the page.",
    version: asked,
  };
}

/** A file, feed or answer that failed while it was made. */
export function notMade(): RequestProblem {
  return {
    status: 500,
    title: "This could not be made",
    problems: [],
    missing:
      "The trouble is on our side, and nothing of the record is lost. Try again in a minute; if it stays, report the URL.",
    version: null,
  };
}

export function busy(): RequestProblem {
  return {
    status: 503,
    title: "The queue is full",
    problems: [],
    missing:
      "So many pages, pictures and files are being made at the moment that this one would wait too long. Try again in a few seconds.",
    version: null,
  };
}

export function notAllowed(): RequestProblem {
  return {
    status: 405,
    title: "This can only be read",
    problems: [],
    missing: "Only GET, HEAD and OPTIONS are allowed here.",
    version: null,
  };
}

/** What is asked for by sending it, where it is only read. */
export function onlySent(): RequestProblem {
  return {
    status: 405,
    title: "This is asked for by POST",
    problems: [],
    missing: "What is to be looked up is sent by POST, as application/json; /api says how.",
    version: null,
  };
}

/** @param type what it was sent as; null where that was not said */
export function notJson(type: string | null): RequestProblem {
  return {
    status: 415,
    title: "This is not sent as JSON",
    problems: [
      {
        parameter: "Content-Type",
        given: type === null ? null : type.slice(0, 80),
        allowed: "application/json",
      },
    ],
    version: null,
  };
}

/** @param what a kind of record, as programs ask for it @param parameter what names it */
export function notThere(
  what: string,
  item: string,
  version: number,
  parameter = "id",
): RequestProblem {
  return {
    status: 404,
    title: `There is no such ${what}`,
    problems: [{ parameter, given: item, allowed: "an id, or a slug where it has one" }],
    missing: `Version ${version} of the record holds none by “${item}”.`,
    version: null,
  };
}

/** @param allowed the media types in which it is there */
export function notAcceptable(allowed: readonly string[]): RequestProblem {
  return {
    status: 406,
    title: "This is not there in that form",
    problems: [],
    missing: `The header Accept takes none of those in which it is: ${allowed.join(", ")}.`,
    version: null,
  };
}

/** @param most how many bytes may be sent */
export function tooLong(most: number): RequestProblem {
  return {
    status: 413,
    title: "This is longer than can be looked up at once",
    problems: [],
    missing: `At most ${most.toLocaleString("en-GB")} bytes may be sent, and their number has to be said. Nothing was looked up.`,
    version: null,
  };
}

/** A list that the record names so often that no answer has room for it. */
export function tooMuchFound(): RequestProblem {
  return {
    status: 400,
    title: "The record holds more of this than an answer has room for",
    problems: [
      {
        parameter: "entries",
        given: null,
        allowed: "fewer at once, or those that many incidents name by themselves",
      },
    ],
    version: null,
  };
}

/** @param whole how many bytes the file has */
export function beyondEnd(whole: number): RequestProblem {
  return {
    status: 416,
    title: "The range begins after the end",
    problems: [],
    missing: `The file has ${whole} bytes.`,
    version: null,
  };
}

/** What is sent to the hub as something else than a form, which WebSub asks for. */
export function notForm(type: string | null): RequestProblem {
  return {
    status: 415,
    title: "This is not sent as a form",
    problems: [
      {
        parameter: "Content-Type",
        given: type === null ? null : type.slice(0, 80),
        allowed: "application/x-www-form-urlencoded",
      },
    ],
    version: null,
  };
}

export function tooMuchAsked(seconds: number): RequestProblem {
  return {
    status: 429,
    title: "That was too much at once",
    problems: [],
    missing: `Try again in ${seconds} seconds.`,
    version: null,
  };
}

/** @param why in a sentence */
export function notSentToHub(why: string): RequestProblem {
  return {
    status: 503,
    title: "Nothing was subscribed to",
    problems: [],
    missing: why,
    version: null,
  };
}

export function emptyRecord(): RequestProblem {
  return {
    status: 404,
    title: "Nothing has been published yet",
    problems: [],
    missing: "The record is empty. Its operator loads the starting dataset with: npm run seed",
    version: null,
  };
}
