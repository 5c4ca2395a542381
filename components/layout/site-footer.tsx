import { footerLinks, type Site } from "#components/layout/site.ts";
import { TextLink } from "#components/ui/text-link.tsx";

/** The footer of every page: who runs the portal, and where help is. */
export function SiteFooter({ company, demo = false }: Site) {
  return (
    <footer className="footer">
      <div className="page-width footer-inner">
        <p>
          <b>{company ?? "保証デスク"}</b>
          {demo && (
            <>
              <br />
              この会社と画面の内容は、説明のための架空のものです。
            </>
          )}
        </p>
        <ul>
          {footerLinks.map(({ href, label }) => (
            <li key={href}>
              <TextLink href={href}>{label}</TextLink>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  );
}
