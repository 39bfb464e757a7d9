import { styleText } from "node:util";

/** Where lines go: to a terminal, a file or another program. */
export class Output {
  private drawn = false;

  constructor(private readonly stream: NodeJS.WritableStream & { isTTY?: boolean }) {}

  get isTerminal(): boolean {
    return this.stream.isTTY === true;
  }

  /** Resolves once the reader can take more, so that what is long never piles up here. */
  async write(piece: string | Uint8Array): Promise<void> {
    if (this.stream.write(piece)) return;
    await new Promise<void>((resolve) => {
      // A reader that has gone takes no more: its end is what the program ends by.
      const done = () => {
        for (const event of ["drain", "close", "error"]) this.stream.removeListener(event, done);
        resolve();
      };
      for (const event of ["drain", "close", "error"]) this.stream.once(event, done);
    });
  }

  async line(text = ""): Promise<void> {
    await this.write(`${text}\n`);
  }

  /** A line that the next takes the place of; nothing where nobody looks. */
  progress(text: string): void {
    if (!this.isTerminal) return;
    this.drawn = true;
    this.stream.write(`\r\u001b[2K${text}`);
  }

  /** Wipes progress away. */
  endProgress(): void {
    if (this.drawn) this.stream.write("\r\u001b[2K");
    this.drawn = false;
  }

  /** In a colour where somebody looks and wants any (NO_COLOR). */
  styled(style: "bold" | "green" | "red" | "yellow", text: string): string {
    return this.isTerminal
      ? styleText(style, text, { stream: this.stream as NodeJS.WriteStream })
      : text;
  }
}
