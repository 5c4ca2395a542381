import type { ReactNode } from "react";
import { ReadOnly } from "#components/form/read-only.tsx";
import { ContractorFrame } from "#components/layout/frames.tsx";
import { type Crumb, Page } from "#components/layout/page.tsx";
import { requireContractor } from "#lib/auth/gates.ts";
import { paths } from "#lib/core/paths.ts";
import { logoutAction } from "#lib/features/accounts/actions.ts";
import { loadFrame } from "#lib/features/accounts/loaders.ts";

const top: Crumb = { label: "全体トップ", href: paths.desk() };

/**
 * The frame of every page of the contractor; people who may only read get no buttons that post. Use it behind the
 * page's gate. `crumbs` continue from 全体トップ.
 */
export async function DeskPage({ crumbs, children }: { crumbs?: readonly Crumb[]; children: ReactNode }) {
  return (
    <ContractorFrame {...(await loadFrame())} logout={logoutAction}>
      <Page {...(crumbs ? { crumbs: [top, ...crumbs] } : {})}>
        <ReadOnly value={(await requireContractor()).readOnly}>{children}</ReadOnly>
      </Page>
    </ContractorFrame>
  );
}
