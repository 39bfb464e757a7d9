// Loaded before everything else: the process believes that it is another day.
// biome-ignore lint/style/noProcessEnv: of the test that moves it
const days = Number(process.env.TEST_CLOCK_DAYS);
const by = days * 86_400_000;
const Real = Date;

class Moved extends Real {
  constructor(...given) {
    if (given.length === 0) super(Real.now() + by);
    else super(...given);
  }
  static now() {
    return Real.now() + by;
  }
}
// Next copies what is the constructor's own.
Object.assign(Moved, { parse: Real.parse, UTC: Real.UTC });
Object.defineProperty(Moved, "name", { value: "Date" });
globalThis.Date = new Proxy(Moved, {
  apply: () => new Moved().toString(),
});
