import type { Output } from "@/command-line/output";

/** Writes an object whose last member is a list as long as may be, an item at a time. */
export class JsonStream {
  private items = 0;

  constructor(private readonly output: Output) {}

  async begin(head: Readonly<Record<string, unknown>>, list: string): Promise<void> {
    const members = Object.entries(head).map(
      ([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`,
    );
    await this.output.write(`{${[...members, `${JSON.stringify(list)}:[`].join(",\n")}`);
  }

  async item(item: unknown): Promise<void> {
    await this.output.write(`${this.items++ === 0 ? "" : ","}\n${JSON.stringify(item)}`);
  }

  async end(): Promise<void> {
    await this.output.write("\n]}\n");
  }
}
