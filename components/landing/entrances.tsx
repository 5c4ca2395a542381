import { type EntryCardProps, EntryCards } from "#components/ui/entry-card.tsx";
import { paths } from "#lib/core/paths.ts";

const cards: EntryCardProps[] = [
  {
    picture: "helmet",
    name: "受注者の方",
    href: paths.login(),
    text: "保証の申込、認証キーの受け取り、保証契約の確認",
    more: "建設会社の方のログイン",
    heading: "h3",
  },
  {
    picture: "hall",
    name: "発注者の方",
    href: paths.login(),
    text: "保証契約番号と認証キーによる、保証証書と履歴の確認",
    more: "国・地方公共団体の方のログイン",
    heading: "h3",
  },
  {
    picture: "office",
    name: "保証会社の方",
    href: paths.login(),
    text: "届いた申込の審査、承認、保証証書の発行",
    more: "支店の方のログイン",
    heading: "h3",
  },
];

/** The three entrances, one for each kind of visitor; all lead to the one sign-in page. */
export function Entrances() {
  return (
    <section className="section first" aria-labelledby="h-entrances">
      <h2 id="h-entrances">ご利用の方を選んでください</h2>
      <EntryCards items={cards} />
    </section>
  );
}
