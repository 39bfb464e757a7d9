import { launch } from "./launch.mjs";

await launch("../bench/bench.mts", { tools: true });
