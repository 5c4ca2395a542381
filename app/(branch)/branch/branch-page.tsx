import type { ReactNode } from "react";
import { BranchFrame } from "#components/layout/frames.tsx";
import { type Crumb, Page } from "#components/layout/page.tsx";
import { paths } from "#lib/core/paths.ts";
import { logoutAction } from "#lib/features/accounts/actions.ts";
import { loadFrame } from "#lib/features/accounts/loaders.ts";

const menu = [
  { name: "queue", label: "申込の一覧", href: paths.branch() },
  { name: "jobs", label: "発行の状況", href: paths.branchJobs() },
] as const;

/** The frame of every page of the branch. Use it behind the page's gate. */
export async function BranchPage({
  current,
  crumbs,
  children,
}: {
  current: (typeof menu)[number]["name"];
  crumbs?: readonly Crumb[];
  children: ReactNode;
}) {
  const nav = menu.map(({ name, label, href }) => ({ label, href, current: name === current }));
  return (
    <BranchFrame {...(await loadFrame())} logout={logoutAction} nav={nav}>
      <Page {...(crumbs ? { crumbs } : {})}>{children}</Page>
    </BranchFrame>
  );
}
