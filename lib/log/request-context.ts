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
