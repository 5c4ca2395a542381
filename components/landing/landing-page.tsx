import { type AcceptingObligee, AcceptingObligees } from "#components/landing/accepting-obligees.tsx";
import { type BranchContact, Contact } from "#components/landing/contact.tsx";
import { Entrances } from "#components/landing/entrances.tsx";
import { Hero } from "#components/landing/hero.tsx";
import { HowItWorks } from "#components/landing/how-it-works.tsx";
import { PublicFrame } from "#components/layout/frames.tsx";

export type LandingPageProps = {
  obligees: readonly AcceptingObligee[];
  branches: readonly BranchContact[];
  guarantor: { name: string };
  /** The date of the list, as shown: 令和8年4月1日（2026年）. */
  asOf: string;
  demo: boolean;
};

/** The public first page: what this is, the entrances, how 電子保証 works, where it is accepted, whom to ask. */
export function LandingPage({ obligees, branches, guarantor, asOf, demo }: LandingPageProps) {
  return (
    <PublicFrame site={{ company: guarantor.name, demo }} login>
      <main id="main">
        <Hero />
        <div className="page-width">
          <Entrances />
          <HowItWorks />
          <AcceptingObligees obligees={obligees} asOf={asOf} />
          <Contact branches={branches} />
        </div>
      </main>
    </PublicFrame>
  );
}
