import { beforeHead } from "@/lib/site/requests/server-hooks";

/** By what Next tells its own client how it came to an answer; ours follows plain links, and asks for none of it. */
const INNER = ["x-middleware-rewrite", "x-middleware-next", "x-nextjs-rewritten-path"] as const;

/** Has answers keep to themselves at which inner URL they were made. */
export function hideInnerHeaders(): void {
  beforeHead((response) => {
    for (const name of INNER) response.removeHeader(name);
  });
}
