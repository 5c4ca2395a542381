import type { ReactNode } from "react";
import { Mark } from "#components/ui/mark.tsx";
import { TextLink } from "#components/ui/text-link.tsx";

export type NavItem = { href: string; label: string; current?: boolean };

type SiteHeaderProps = {
  company?: string | undefined;
  /** The person who is signed in, with 様: 〇〇建設 株式会社 様. */
  who?: string | undefined;
  /** Where 全体トップへ leads; left out when nobody is signed in. */
  topHref?: string | undefined;
  /** The form with ログアウト. */
  logout?: ReactNode;
  /** Links or buttons at the right, before 全体トップへ. */
  children?: ReactNode;
  /** The row of links under the header: staff only, contractors have none. */
  nav?: readonly NavItem[] | undefined;
};

/** The header of every page: the mark and the company on the left, the person and the links on the right. */
export function SiteHeader({ company, who, topHref, logout, children, nav }: SiteHeaderProps) {
  return (
    <>
      <a className="skip" href="#main">
        本文へ移動
      </a>
      <header className="site">
        <div className="page-width site-inner">
          <TextLink className="brand" href="/">
            <Mark />
            <b>保証デスク</b>
            {company && <span>{company}</span>}
          </TextLink>
          <ul className="account-bar">
            {who && <li className="name">{who}</li>}
            {children}
            {topHref && (
              <li>
                <TextLink href={topHref}>全体トップへ</TextLink>
              </li>
            )}
            {logout && <li>{logout}</li>}
          </ul>
        </div>
      </header>
      {nav && nav.length > 0 && (
        <nav className="main-nav" aria-label="メインメニュー">
          <div className="page-width">
            <ul>
              {nav.map(({ href, label, current }) => (
                <li key={href}>
                  <TextLink className="nav" href={href} aria-current={current ? "page" : undefined}>
                    {label}
                  </TextLink>
                </li>
              ))}
            </ul>
          </div>
        </nav>
      )}
    </>
  );
}
