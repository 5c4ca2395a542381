import type { ComponentProps, ReactNode } from "react";
import { KeptTexts } from "#components/form/kept-text-area.tsx";
import { PrintedFrom } from "#components/layout/printed-from.tsx";
import type { SessionTimes } from "#components/layout/session-clock.ts";
import { SessionWatch } from "#components/layout/session-watch.tsx";
import type { Site } from "#components/layout/site.ts";
import { SiteFooter } from "#components/layout/site-footer.tsx";
import { type NavItem, SiteHeader } from "#components/layout/site-header.tsx";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { paths } from "#lib/core/paths.ts";

type SignedIn = {
  site?: Site;
  /** As shown in the header; the contractor's gets 様. */
  user: { id?: string; displayName: string };
  /** The server action behind ログアウト. */
  logout: NonNullable<ComponentProps<"form">["action"]>;
  /** When the session ends; the page warns before. */
  session?: SessionTimes;
  children: ReactNode;
};

/** The frame of public pages; `login` shows the outlined ログイン. */
export function PublicFrame({
  site = {},
  login = false,
  children,
}: {
  site?: Site;
  login?: boolean;
  children: ReactNode;
}) {
  return (
    <>
      <SiteHeader company={site.company}>
        <li>
          <TextLink href={paths.help()}>ヘルプ</TextLink>
        </li>
        {login && (
          <li>
            <ButtonLink variant="line" href={paths.login()}>
              ログイン
            </ButtonLink>
          </li>
        )}
      </SiteHeader>
      {children}
      <SiteFooter {...site} />
      <PrintedFrom />
    </>
  );
}

/** The frame of the contractor's pages, without a menu, as on the leaflet. */
export function ContractorFrame({ user, ...rest }: SignedIn) {
  const kept = "申込の下書きは保存しています。";
  return (
    <SignedInFrame {...rest} person={user.id} who={`${user.displayName} 様`} topHref="/desk" kept={kept} />
  );
}

/** The frame of the branch's pages; `nav` lists the staff's pages that exist. */
export function BranchFrame({ user, ...rest }: SignedIn & { nav?: readonly NavItem[] }) {
  return <SignedInFrame {...rest} person={user.id} who={user.displayName} topHref="/branch" />;
}

/** The frame of the obligee's pages. */
export function ObligeeFrame({ user, ...rest }: SignedIn) {
  return <SignedInFrame {...rest} person={user.id} who={user.displayName} topHref="/verify" />;
}

/** The frame of the administrator's pages. */
export function AdminFrame({ user, ...rest }: SignedIn & { nav?: readonly NavItem[] }) {
  return <SignedInFrame {...rest} person={user.id} who={user.displayName} topHref="/admin" />;
}

type SignedInFrameProps = Omit<SignedIn, "user"> & {
  person: string | undefined;
  who: string;
  topHref: string;
  nav?: readonly NavItem[];
  /** What is saved when the session ends. */
  kept?: string;
};

function SignedInFrame({
  site = {},
  person,
  who,
  topHref,
  nav,
  logout,
  session,
  kept,
  children,
}: SignedInFrameProps) {
  return (
    <>
      <SiteHeader
        company={site.company}
        who={who}
        topHref={topHref}
        nav={nav}
        logout={
          <form action={logout}>
            <Button type="submit" variant="text">
              ログアウト
            </Button>
          </form>
        }
      />
      <KeptTexts person={person}>{children}</KeptTexts>
      <SiteFooter {...site} />
      <PrintedFrom />
      {session && <SessionWatch times={session} kept={kept} />}
    </>
  );
}
