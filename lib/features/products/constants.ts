import type { Product } from "#lib/core/generated/prisma/enums.ts";

/** The last letter of a 保証契約番号: M 前払金保証, K 契約保証, C 中間前払金保証. */
export type ProductLetter = "M" | "K" | "C";

/** The leaflet names both procedures on every key notice. */
const leafletProcedures = "前払金請求手続（前払金保証）、又は請負契約締結手続（契約保証）";

/** A product's names and the last letter of its numbers, which is an attribute of the product (docs/domain.md 4.1). */
export const PRODUCTS: Record<
  Product,
  {
    name: string;
    short: string;
    letter: ProductLetter;
    oath: string;
    /** The procedure that handing in number and key completes, as on the key notice. */
    completes: string;
  }
> = {
  advance: {
    name: "前払金保証",
    short: "前払",
    letter: "M",
    // The leaflet's sentence.
    oath: "当社は、前払金保証約款に基づき上記のとおり保証契約を締結し、その責に任じます。",
    completes: leafletProcedures,
  },
  performance: {
    name: "契約保証",
    short: "契約",
    letter: "K",
    // The leaflet shows no 契約保証 certificate; this sentence follows the one above and is a demo's.
    oath: "当社は、契約保証約款に基づき上記のとおり保証契約を締結し、その責に任じます。",
    completes: leafletProcedures,
  },
  interim: {
    name: "中間前払金保証",
    short: "中間前払",
    letter: "C",
    // Not on the leaflet either; both sentences follow its own.
    oath: "当社は、中間前払金保証約款に基づき上記のとおり保証契約を締結し、その責に任じます。",
    completes: "中間前払金請求手続（中間前払金保証）",
  },
};

/** 電子保証 or 証書（紙）, as lists name it. */
export const FORM_NAMES = { paper: "証書（紙）", electronic: "電子保証" } as const;

/** The products to choose from, in their order. */
export const PRODUCT_CHOICES = Object.entries(PRODUCTS).map(([value, { name }]) => ({ value, label: name }));
