import { helpPath, paths } from "#lib/core/paths.ts";

/** What every page's frame shows about the guarantor, from its data. */
export type Site = {
  /** The guarantor's name, in the header and the footer. */
  company?: string;
  /** Says in the footer that company and contents are made up. */
  demo?: boolean;
};

/** The links to help, in the same place on every page. */
export const footerLinks = [
  { href: paths.help(), label: "ヘルプ" },
  { href: helpPath("faq"), label: "よくある質問" },
  { href: paths.accessibility(), label: "ウェブアクセシビリティ" },
] as const;
