import { TextLink } from "#components/ui/text-link.tsx";

type PagerProps = {
  /** Rows per page, as named in the links (前の20件). */
  size: number;
  previous?: string | undefined;
  next?: string | undefined;
  label?: string;
};

/** The previous and the next page of a list, by keyset; grey text where there is none. */
export function Pager({ size, previous, next, label = "一覧のページ" }: PagerProps) {
  if (!previous && !next) return null;
  return (
    <nav className="pages" aria-label={label}>
      <PageLink href={previous}>前の{size}件</PageLink>
      <PageLink href={next}>次の{size}件</PageLink>
    </nav>
  );
}

function PageLink({ href, children }: { href: string | undefined; children: React.ReactNode }) {
  return href ? <TextLink href={href}>{children}</TextLink> : <span className="secondary">{children}</span>;
}
