import type { ReactNode } from "react";
import { footerLinks } from "#components/layout/site.ts";
import { Mark } from "#components/ui/mark.tsx";
import { paths } from "#lib/core/paths.ts";

/**
 * The frame of a page that failed. Its script is part of every page, so it avoids the router's link (8 KB each); plain
 * anchors load the next page afresh, which is right after a failure.
 */
export function PlainFrame({ children }: { children: ReactNode }) {
  return (
    <>
      <a className="skip" href="#main">
        本文へ移動
      </a>
      <header className="site">
        <div className="page-width site-inner">
          <a className="brand" href={paths.top()}>
            <Mark />
            <b>保証デスク</b>
          </a>
        </div>
      </header>
      <main id="main" className="page-width">
        {children}
      </main>
      <footer className="footer">
        <div className="page-width footer-inner">
          <p>
            <b>保証デスク</b>
          </p>
          <ul>
            {footerLinks.map(({ href, label }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </div>
      </footer>
    </>
  );
}
