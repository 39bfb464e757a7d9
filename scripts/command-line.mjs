import { launch } from "./launch.mjs";

await launch("./running/command-line.mts", { quiet: true });
