import type { Metadata } from "next";
import { LandingPage } from "#components/landing/landing-page.tsx";
import { env } from "#lib/core/env.ts";
import { loadAcceptingObligees } from "#lib/features/obligees/loaders.ts";

export const metadata: Metadata = { title: "公共工事の電子保証" };

/** The landing page, with the obligees as of today. */
export default async function Landing() {
  return <LandingPage {...(await loadAcceptingObligees())} demo={env().demo} />;
}
