import { AsyncLocalStorage } from "node:async_hooks";

// The request that is being answered, for whatever logs something meanwhile. Next bundles the proxy, the pages and the
// start of the server apart: they share one.

const shared = globalThis as unknown as { losslineRequests?: AsyncLocalStorage<string> };

function requests(): AsyncLocalStorage<string> {
  shared.losslineRequests ??= new AsyncLocalStorage();
  return shared.losslineRequests;
}

/** Has all that is done to answer a request know its id. */
export function withRequestId<Result>(id: string, work: () => Result): Result {
  return requests().run(id, work);
}

/** The id of the request that is being answered; null where none is. */
export function currentRequestId(): string | null {
  return requests().getStore() ?? null;
}

/** The header by which a request is known to a proxy in front, and to whoever reads an answer. */
export const REQUEST_ID_HEADER = "x-request-id";

/** What a request of the program to itself says, so that it is known by the id of the one that it is made for. */
export function requestIdHeaders(): Record<string, string> {
  const id = currentRequestId();
  return id === null ? {} : { [REQUEST_ID_HEADER]: id };
}
