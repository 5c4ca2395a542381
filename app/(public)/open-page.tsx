import type { ReactNode } from "react";
import { PublicFrame } from "#components/layout/frames.tsx";
import { type Crumb, Page } from "#components/layout/page.tsx";
import { currentUser } from "#lib/auth/gates.ts";
import { paths } from "#lib/core/paths.ts";
import { loadSite } from "#lib/features/accounts/loaders.ts";

const top: Crumb = { label: "保証デスク", href: paths.top() };

/**
 * The frame of a public page; people who are signed in are not asked to sign in. `crumbs` continue from the top page.
 */
export async function OpenPage({ crumbs, children }: { crumbs: readonly Crumb[]; children: ReactNode }) {
  const [site, user] = [await loadSite(), await currentUser()];
  return (
    <PublicFrame site={site} login={user === null}>
      <Page crumbs={[top, ...crumbs]}>{children}</Page>
    </PublicFrame>
  );
}
