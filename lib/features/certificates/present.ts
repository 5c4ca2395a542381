import { formatInstant, formatWareki } from "#lib/core/calendar.ts";
import type { Product } from "#lib/core/generated/prisma/enums.ts";
import { formatYen } from "#lib/core/money.ts";
import { PRODUCTS } from "#lib/features/products/constants.ts";
import { JV_DEPOSITS, JV_KINDS } from "#lib/features/questions/lines/choices.ts";
import { formatShare } from "#lib/features/questions/rules.ts";
import type { Answers } from "#lib/features/questions/types.ts";
import type { CertificateModel } from "#lib/pdf/documents/certificate.ts";
import type { KeyNoticeModel } from "#lib/pdf/documents/key-notice.ts";
import { FIRST_VERSION } from "./constants.ts";
import { furtherRows, termOf } from "./rules.ts";
import type { CertificateContent } from "./schema.ts";
import type { CertificateVersion } from "./types.ts";

const period = (from: string, to: string) => `${formatWareki(from)} ～ ${formatWareki(to)}`;

/**
 * A certificate in the words of the paper, for both PDF and screen (docs/domain.md 6.5; 「請求金額」 in the leaflet's text is
 * a slip for 請負金額). Only electronic ones have the sentence about electronic submission.
 */
export function presentCertificate(
  content: CertificateContent,
  form: "paper" | "electronic",
): CertificateModel {
  const product = PRODUCTS[content.product];
  const title = `保証証書（${product.name}）`;
  return {
    sample: content.sample,
    preamble:
      form === "electronic"
        ? "インターネット保証サービス利用規約に基づき、お客様に代わり、発注者に対して保証証書を当社で提出しています。ご覧いただいている本画面の情報は、発注者に提出した保証証書と同一です。"
        : null,
    issuedOn: formatWareki(content.issuedOn),
    title,
    changeLine: null,
    rows: [
      { label: "保証契約番号", value: content.contractNumber, emphasis: "number" },
      {
        label: "保証契約者",
        value: [
          content.contractor.address,
          ...(content.jvName ? [content.jvName] : []),
          content.jv
            ? `代表者　${content.contractor.name}　${formatShare(content.jv.ownShare)}`
            : content.contractor.name,
        ],
      },
      ...(content.jv ? [{ label: "構成員", value: membersOf(content.jv) }] : []),
      { label: "発注者", value: content.obligee },
      { label: "保証金額（総額）", value: formatYen(content.guaranteeYen), emphasis: "amount" },
      content.startsOn === null
        ? { label: "保証期限", value: formatWareki(content.expiresOn) }
        : { label: "保証期間", value: period(content.startsOn, content.expiresOn) },
      { label: "工事名", value: content.workName },
      { label: "請負金額（総額）", value: formatYen(content.contractYen) },
      { label: "工期", value: period(content.worksFrom, content.worksTo) },
      ...(content.contractedOn ? [{ label: "請負契約日", value: formatWareki(content.contractedOn) }] : []),
      ...(content.bank ? [{ label: "預託金融機関", value: content.bank }] : []),
      ...(content.rows ?? []).map(({ label, lines }) => ({ label, value: lines })),
    ],
    oath: product.oath,
    guarantor: {
      address: content.guarantor.address,
      name: content.guarantor.name,
      representative: content.guarantor.representative,
      seal: content.guarantor.seal,
    },
    office: { name: content.branch.name, tel: content.branch.tel, fax: content.branch.fax },
    notes: [
      "保証契約を変更する場合は、表題の下に変更の表示と変更の発生番号を付記し、変更後の契約内容を表示します。",
      "請負金額のみの変更の場合は、この保証契約の効力に影響を及ぼさないので、保証契約の変更の手続をとる必要はありません。",
    ],
    documentTitle: `${title} ${content.contractNumber}`,
    contractNumber: content.contractNumber,
  };
}

/** The other members with their shares, then how they work together. */
function membersOf(jv: NonNullable<CertificateContent["jv"]>): string[] {
  return [
    ...jv.members.map(({ name, share }) => `${name}　${formatShare(share)}`),
    `${JV_KINDS[jv.kind]}、${JV_DEPOSITS[jv.deposit]}`,
  ];
}

/** 「電子保証概要」: a guarantee at a glance; amounts in yen, dates YYYY-MM-DD, null = none. */
export function presentOverview(content: CertificateContent) {
  return {
    contractNumber: content.contractNumber,
    product: PRODUCTS[content.product].name,
    workName: content.workName,
    obligee: content.obligee,
    contractor: content.contractor.name,
    jvName: content.jvName,
    members: content.jv
      ? [
          `代表者　${content.contractor.name}　${formatShare(content.jv.ownShare)}`,
          ...content.jv.members.map(({ name, share }) => `構成員　${name}　${formatShare(share)}`),
          `${JV_KINDS[content.jv.kind]}、${JV_DEPOSITS[content.jv.deposit]}`,
        ]
      : [],
    contractYen: content.contractYen,
    guaranteeYen: content.guaranteeYen,
    bank: content.bank,
    startsOn: content.startsOn,
    expiresOn: content.expiresOn,
  };
}

type Issued = {
  issuedAt: Date | null;
  certificates: readonly { version: number; createdAt: Date }[];
};

/** 「電子保証情報（履歴情報）」: the versions of a guarantee's certificate, newest first, each with a link to its page. */
export function presentHistory(
  { issuedAt, certificates }: Issued,
  hrefOf: (version: number) => string,
): CertificateVersion[] {
  return certificates.map(({ version, createdAt }) => ({
    version,
    // The first version reached the platform when the guarantee was issued, which is later than its documents.
    issuedAt: formatInstant(version === FIRST_VERSION ? (issuedAt ?? createdAt) : createdAt),
    href: hrefOf(version),
  }));
}

/** 「電子保証にかかる「認証キー」のお知らせ」 for a guarantee, the only document that contains the key. */
export function presentKeyNotice(content: CertificateContent, key: string): KeyNoticeModel {
  return {
    sample: content.sample,
    issuedOn: formatWareki(content.issuedOn),
    addressee: `${content.contractor.name} 様`,
    from: [content.guarantor.name, content.branch.name],
    workName: content.workName,
    contractorName: content.contractor.name,
    jv: content.jvName
      ? [
          content.jvName,
          ...(content.jv
            ? [
                `構成員　${[`${content.contractor.name}（代表者）`, ...content.jv.members.map(({ name }) => name)].join("、")}`,
              ]
            : []),
        ]
      : [],
    product: PRODUCTS[content.product].name,
    completes: PRODUCTS[content.product].completes,
    contractNumber: content.contractNumber,
    key,
    office: { name: content.branch.name, tel: content.branch.tel, hours: content.branch.hours },
    documentTitle: "電子保証にかかる「認証キー」のお知らせ",
  };
}

/**
 * The content of a certificate, to be frozen: what was sent, and the guarantor and the branch as they are today.
 * @param numbered the contract number and the day of issue (YYYY-MM-DD).
 */
export function composeCertificate(
  guarantee: { product: Product; obligeeTitle: string; guaranteeYen: bigint },
  { answers, applicant }: { answers: Answers; applicant: CertificateContent["contractor"] },
  issuer: { guarantor: CertificateContent["guarantor"] & { sample: boolean } } & CertificateContent["branch"],
  numbered: { contractNumber: string; issuedOn: string },
): CertificateContent {
  const { works, products } = answers;
  // Either kind of advance has a bank, and a term of its own with 年度割.
  const advance = guarantee.product === "performance" ? null : products[guarantee.product];
  const { guarantor, ...branch } = issuer;
  const { sample, ...stamp } = guarantor;
  const rows = furtherRows(answers, guarantee.product);
  return {
    product: guarantee.product,
    ...numbered,
    contractor: applicant,
    jvName: works.jvName,
    jv: works.jv,
    obligee: guarantee.obligeeTitle,
    guaranteeYen: guarantee.guaranteeYen,
    ...termOf(guarantee.product, works, numbered.issuedOn, advance?.expiresOn),
    workName: works.workName,
    contractYen: works.contractYen,
    worksFrom: works.worksFrom,
    worksTo: works.worksTo,
    contractedOn: works.contractedOn,
    bank: advance?.bank ?? null,
    ...(rows.length > 0 ? { rows } : {}),
    guarantor: stamp,
    sample,
    branch,
  };
}
