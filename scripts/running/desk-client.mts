import { formsIn } from "@/e2e/support/html-forms";

/** Somebody at the desk with their cookies, without scripts. */
export class DeskClient {
  private cookies = new Map<string, string>();

  /** @param ask as `fetch`, which trusts no certificate of our own making */
  constructor(
    readonly base: string,
    private readonly ask: typeof fetch = fetch,
  ) {}

  /** What its browser would send of who is signed in. */
  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  /** @throws where the server does not answer */
  async get(path: string): Promise<Response> {
    return this.send(path, {});
  }

  /**
   * Sends the form of a page that has a button of that label, with what is in it and what is given.
   * @returns the address that the answer leads to; the page's own where it leads nowhere
   * @throws where the server does not answer, or answers with an error
   */
  async submit(path: string, label: string, fields: Record<string, string>): Promise<string> {
    const page = await this.get(path);
    const html = await page.text();
    if (page.status !== 200) throw new Error(`${path} answers ${page.status}`);
    const form = formsIn(html).find(({ buttons }) =>
      buttons.some((button) => button.label === label),
    );
    const button = form?.buttons.find((one) => one.label === label);
    if (form === undefined || button === undefined)
      throw new Error(`no form of ${path} has a button “${label}”`);
    const body = new FormData();
    for (const [name, value] of form.values) body.append(name, value);
    if (button.name !== null) body.append(button.name, button.value);
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    const target = new URL(button.formAction ?? form.action ?? path, new URL(path, this.base));
    const answer = await this.send(target.href, { method: "POST", body });
    await answer.arrayBuffer();
    if (answer.status >= 400) throw new Error(`${label} at ${path} answers ${answer.status}`);
    return answer.headers.get("location") ?? path;
  }

  async send(path: string, init: RequestInit): Promise<Response> {
    const address = new URL(path, this.base);
    const response = await this.ask(address, {
      ...init,
      redirect: "manual",
      signal: AbortSignal.timeout(20_000),
      headers: {
        ...init.headers,
        Origin: address.origin,
        Cookie: this.cookie,
      },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      this.cookies.set(name, value);
    }
    return response;
  }
}
