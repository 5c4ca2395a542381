import type { BrowserContext } from "@playwright/test";
import { rememberSecret } from "#tests/support/e2e-secrets.ts";

/**
 * Watches a journey for errors in the console (including violations of the content security policy), failed answers,
 * requests to another host, and keys in addresses. A journey declares by `allow` what it expects.
 */
export function watchJourney(baseUrl: string) {
  const own = new URL(baseUrl).origin;
  const noted: string[] = [];
  const addresses: string[] = [];
  const allowed: RegExp[] = [];
  const secrets: string[] = [];

  return {
    /** Follows everything that happens in the windows of a context. */
    follow(context: BrowserContext): void {
      context.on("console", (message) => {
        if (message.type() === "error") noted.push(`console: ${message.text()} (${message.location().url})`);
      });
      context.on("weberror", (error) => noted.push(`page: ${error.error().message}`));
      context.on("response", (response) => {
        if (response.status() >= 500) noted.push(`answer ${response.status()}: ${response.url()}`);
      });
      context.on("request", (request) => {
        const url = new URL(request.url());
        addresses.push(request.url(), request.headers().referer ?? "");
        if (/^(https?|wss?):$/.test(url.protocol) && url.host !== new URL(own).host)
          noted.push(`another host: ${request.url()}`);
      });
    },
    /** Declares something that would be a problem elsewhere but is expected here. */
    allow: (expected: RegExp) => allowed.push(expected),
    /** Declares a key that was shown: it must be in no address and, at the end of the run, in no log. */
    keepSecret(key: string): void {
      secrets.push(key);
      rememberSecret(key);
    },
    /** Everything that should not have happened. */
    problems(): string[] {
      const leaks = secrets.filter((key) => addresses.some((address) => address.includes(key)));
      return [
        ...noted.filter((line) => !allowed.some((expected) => expected.test(line))),
        ...leaks.map(() => "a key stands in an address"),
      ];
    },
  };
}

export type Watch = ReturnType<typeof watchJourney>;
