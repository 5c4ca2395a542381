import { faq } from "#components/help/articles/faq.ts";
import { getKey } from "#components/help/articles/get-key.ts";
import { handIn } from "#components/help/articles/hand-in.ts";
import { howItWorks } from "#components/help/articles/how-it-works.ts";
import { terms } from "#components/help/articles/terms.ts";
import type { HelpArticle } from "#lib/features/help/types.ts";

/** The help, in the order in which a newcomer reads it. */
export const articles: readonly HelpArticle[] = [howItWorks, getKey, handIn, faq, terms];
