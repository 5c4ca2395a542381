/** Runs once when the web server starts, before the first request. Refuses an unsafe environment or database login. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { env } = await import("#lib/core/env.ts");
  const { assertUnprivilegedLogin } = await import("#lib/core/db.ts");
  env();
  await assertUnprivilegedLogin();
  const { warmBankDirectory } = await import("#lib/features/banks/queries.ts");
  void warmBankDirectory();
}
