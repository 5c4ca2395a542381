import type { Site } from "#components/layout/site.ts";
import { TextLink } from "#components/ui/text-link.tsx";

/** The footer of every page: who runs it, and links to pages that exist. */
export function SiteFooter({ company, demo = false, links = [] }: Site) {
  return (
    <footer className="foot">
      <div className="wrap foot-in">
        <p>
          <b>{company ?? "保証デスク"}</b>
          {demo && (
            <>
              <br />
              この会社と画面の内容は、説明のための架空のものです。
            </>
          )}
        </p>
        {links.length > 0 && (
          <ul>
            {links.map(({ href, label }) => (
              <li key={href}>
                <TextLink href={href}>{label}</TextLink>
              </li>
            ))}
          </ul>
        )}
      </div>
    </footer>
  );
}
