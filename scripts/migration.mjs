import { launch } from "./launch.mjs";

await launch("./running/migration.mts");
