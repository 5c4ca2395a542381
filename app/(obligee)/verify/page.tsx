import { ObligeeFrame } from "#components/layout/frames.tsx";
import { Page, PageTitle } from "#components/layout/page.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Lookup } from "#components/verification/lookup.tsx";
import { LookupHints } from "#components/verification/lookup-hints.tsx";
import { requireObligee } from "#lib/auth/gates.ts";
import { titleBehind } from "#lib/auth/titles.ts";
import { helpPath } from "#lib/core/paths.ts";
import { logoutAction } from "#lib/features/accounts/actions.ts";
import { loadFrame } from "#lib/features/accounts/loaders.ts";
import { loadLookup } from "#lib/features/verification/loaders.ts";

export const generateMetadata = titleBehind(requireObligee, "保証確認サービス");

/** The official's top page, for looking a guarantee up. */
export default async function Verify() {
  await requireObligee();
  const [frame, model] = [await loadFrame(), await loadLookup()];
  return (
    <ObligeeFrame {...frame} logout={logoutAction}>
      <Page>
        <PageTitle side={<TextLink href={helpPath("hand-in", "verify")}>照会のヘルプ</TextLink>}>
          保証確認サービス
        </PageTitle>
        <Lookup>
          <LookupHints {...model} />
        </Lookup>
      </Page>
    </ObligeeFrame>
  );
}
