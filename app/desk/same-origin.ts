import { visitor } from "@/app/desk/visitor";

/** Whether a page of this very site sent a request; another site's cannot say so. */
export async function sentFromHere(request: Request): Promise<boolean> {
  const origin = request.headers.get("origin");
  if (origin === null || !URL.canParse(origin)) return false;
  return new URL(origin).host === new URL((await visitor()).origin).host;
}
