// In which line of a JSON text a value stands. The text has been parsed already: it is well formed.

/** Finds values in a well-formed JSON text by their paths. Asked in the order of the text it reads it once. */
export class JsonPlaces {
  private at = 0;
  private counted = 0;
  private line = 1;

  constructor(private readonly text: string) {}

  /** The line, from 1, in which the value at a path begins; of the last step that there is. */
  lineOf(path: readonly PropertyKey[]): number {
    return this.lineAt(this.find(0, path));
  }

  /** Where each element of the list at a path begins; none where there is no list. */
  elementsOf(path: readonly PropertyKey[]): number[] {
    const start = this.find(0, path);
    if (this.text[start] !== "[") return [];
    const found: number[] = [];
    this.at = start;
    this.eachElement((place) => found.push(place));
    return found;
  }

  /** The line of a value within the one that begins at a place. */
  lineWithin(start: number, path: readonly PropertyKey[]): number {
    return this.lineAt(this.find(start, path));
  }

  /** The line of a place; places mostly come in their order, and seldom go far back. */
  lineAt(place: number): number {
    while (place < this.counted) {
      this.line--;
      // The line before begins after the mark that ends the one before that.
      this.counted = this.counted < 2 ? 0 : this.text.lastIndexOf("\n", this.counted - 2) + 1;
    }
    for (let from = this.text.indexOf("\n", this.counted); from >= 0 && from < place; ) {
      this.line++;
      this.counted = from + 1;
      from = this.text.indexOf("\n", this.counted);
    }
    return this.line;
  }

  private find(start: number, path: readonly PropertyKey[]): number {
    this.at = start;
    this.skipSpace();
    let place = this.at;
    for (const step of path) {
      const found = this.stepInto(place, step);
      if (found === null) return place;
      place = found;
    }
    return place;
  }

  private stepInto(place: number, step: PropertyKey): number | null {
    this.at = place;
    let found: number | null = null;
    if (this.text[place] === "[" && typeof step === "number") {
      let index = 0;
      this.eachElement((at) => {
        if (index++ === step) found = at;
        return found === null;
      });
    } else if (this.text[place] === "{") {
      this.eachMember((name, at) => {
        if (name === String(step)) found = at;
      });
    }
    return found;
  }

  /** @param visit ends the visits by returning false */
  private eachElement(visit: (place: number) => unknown): void {
    this.at++;
    for (;;) {
      this.skipSpace();
      if (this.at >= this.text.length || this.text[this.at] === "]") break;
      if (visit(this.at) === false) return;
      this.skipValue();
      this.skipSpace();
      if (this.text[this.at] === ",") this.at++;
    }
    this.at++;
  }

  private eachMember(visit: (name: string, place: number) => void): void {
    this.at++;
    for (;;) {
      this.skipSpace();
      if (this.at >= this.text.length || this.text[this.at] === "}") break;
      const start = this.at;
      this.skipText();
      const name = this.text.slice(start + 1, this.at - 1);
      this.skipSpace();
      this.at++;
      this.skipSpace();
      visit(name, this.at);
      this.skipValue();
      this.skipSpace();
      if (this.text[this.at] === ",") this.at++;
    }
    this.at++;
  }

  /** Past a value, however deep: only texts and brackets matter. */
  private skipValue(): void {
    let depth = 0;
    for (; this.at < this.text.length; ) {
      const letter = this.text[this.at];
      if (letter === '"') {
        this.skipText();
        if (depth === 0) return;
        continue;
      }
      if (letter === "[" || letter === "{") depth++;
      else if (letter === "]" || letter === "}") {
        if (depth === 0) return;
        depth--;
        if (depth === 0) {
          this.at++;
          return;
        }
      } else if (depth === 0 && letter === ",") return;
      this.at++;
    }
  }

  private skipText(): void {
    for (this.at++; this.at < this.text.length; this.at++) {
      const letter = this.text[this.at];
      if (letter === "\\") this.at++;
      else if (letter === '"') break;
    }
    this.at++;
  }

  private skipSpace(): void {
    while (/[\s]/.test(this.text[this.at] ?? "x")) this.at++;
  }
}
