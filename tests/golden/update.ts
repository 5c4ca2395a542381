/**
 * Redraws the committed pictures: `node tests/golden/update.ts`. Look at every changed picture before committing it:
 * the tests only know that a page changed, not whether it is right.
 */
import { writeFileSync } from "node:fs";
import { goldens } from "./models.ts";
import { picturesOf } from "./raster.ts";
import { goldenPath, renderGolden } from "./render.ts";

for (const name of Object.keys(goldens)) {
  const pages = await picturesOf(await renderGolden(name));
  for (const [index, page] of pages.entries()) {
    writeFileSync(goldenPath(name, index + 1), page.png());
    process.stdout.write(`${goldenPath(name, index + 1)}\n`);
  }
}
