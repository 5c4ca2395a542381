import { HowFigure } from "#components/landing/how-figure.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { helpPath } from "#lib/core/paths.ts";

const steps = [
  ["保証を申し込む", "受注者が、工事と保証の内容を入力して支店へ送信します。"],
  ["保証証書を掲載する", "保証会社が審査し、保証確認サービスに掲載します。"],
  ["認証キーを知らせる", "受注者は、認証キーのお知らせ（PDF）を受け取ります。"],
  ["番号と認証キーを提出する", "受注者が、電子契約システムか電子メールで提出します。"],
  ["照会して確認する", "発注者が番号と認証キーを入力し、保証証書を確認します。"],
] as const;

/** The figure and the same five steps as text. */
export function HowItWorks() {
  return (
    <section className="section" aria-labelledby="h-how">
      <h2 id="h-how">電子保証の仕組み</h2>
      <p className="secondary">
        保証証書は「保証確認サービス」に保管されます。発注者は、受注者から受け取った保証契約番号と認証キーで内容を確認します。
      </p>
      <div className="how">
        <HowFigure />
        <ol className="how-steps">
          {steps.map(([name, text]) => (
            <li key={name}>
              <b>{name}</b>
              <span>{text}</span>
            </li>
          ))}
        </ol>
      </div>
      <p className="actions">
        <ButtonLink variant="line" href={helpPath("how-it-works")}>
          電子保証の仕組みをくわしく読む
        </ButtonLink>
        <TextLink href={helpPath("get-key")}>認証キーの取得方法</TextLink>
        <TextLink href={helpPath("hand-in")}>発注者への提出方法</TextLink>
        <TextLink href={helpPath("faq")}>よくある質問</TextLink>
      </p>
    </section>
  );
}
