import { launch } from "./launch.mjs";

await launch("./running/rates.mts");
