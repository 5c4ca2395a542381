export { browserArguments, findBrowser } from "#lib/cli/browser.ts";
