import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";

type TextLinkProps = Omit<ComponentProps<typeof Link>, "href" | "prefetch" | "children"> & {
  href: string;
  /** A file, another site or a place on this page: a plain anchor, so that the router never fetches it as a page. */
  plain?: boolean;
  children: ReactNode;
};

/** A link to a page of this site. It is never prefetched, because every signed-in page costs a scoped read. */
export function TextLink({ href, plain = false, children, ...rest }: TextLinkProps) {
  if (plain || href.startsWith("#")) {
    return (
      <a href={href} {...rest}>
        {children}
      </a>
    );
  }
  return (
    <Link href={href} prefetch={false} {...rest}>
      {children}
    </Link>
  );
}
