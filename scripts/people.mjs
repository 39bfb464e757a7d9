import { launch } from "./launch.mjs";

await launch("./running/people.mts");
