import type { BrowserContext, ConsoleMessage, Request, Response, WebError } from "@playwright/test";
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
    /** Follows everything that happens in the windows of a context, until the returned function is called. */
    follow(context: BrowserContext): () => void {
      const onConsole = (message: ConsoleMessage) => {
        if (message.type() === "error") noted.push(`console: ${message.text()} (${message.location().url})`);
      };
      const onError = (error: WebError) => noted.push(`page: ${error.error().message}`);
      const onResponse = (response: Response) => {
        if (response.status() >= 500) noted.push(`answer ${response.status()}: ${response.url()}`);
      };
      const onRequest = (request: Request) => {
        const url = new URL(request.url());
        addresses.push(request.url(), request.headers().referer ?? "");
        if (/^(https?|wss?):$/.test(url.protocol) && url.host !== new URL(own).host)
          noted.push(`another host: ${request.url()}`);
      };
      context.on("console", onConsole);
      context.on("weberror", onError);
      context.on("response", onResponse);
      context.on("request", onRequest);
      return () => {
        context.off("console", onConsole);
        context.off("weberror", onError);
        context.off("response", onResponse);
        context.off("request", onRequest);
      };
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
