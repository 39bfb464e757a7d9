import { launch } from "./launch.mjs";

await launch("./running/serve.mts");
