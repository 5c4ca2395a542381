import { contractorScope, systemScope } from "#lib/auth/scope.ts";
import { todayInTokyo } from "#lib/core/calendar.ts";
import { now, setClock } from "#lib/core/clock.ts";
import { inScope } from "#lib/core/db.ts";
import { writeToBranch, writeToContractor } from "#lib/features/messages/commands.ts";
import { jointVenture } from "./cases.ts";
import { samplePdf } from "./demo-files.ts";
import { seedMasters } from "./demo-masters.ts";
import { anApplication, contractor, otherContractor, staff } from "./factories.ts";
import { mihon, mihonTown, sankaku, users } from "./masters.ts";

/**
 * A company whose name no font can print, so that its issue fails for good and the branch's page has something to show.
 */
const unprintable = {
  id: "00000000-0000-7000-8000-000000005003",
  name: "\u{1B001}沢組 有限会社",
  address: "静岡県見本市〇〇町3番3号",
};

/**
 * Fills an empty database with the demo: masters, logins, and applications in every status, written with the builders
 * that the tests use and issued by the real worker. Does nothing when there are users.
 */
export async function seedDemo(): Promise<"seeded" | "present"> {
  const people = await inScope(systemScope, (tx) => tx.user.count());
  if (people > 0) return "present";
  await seedMasters();
  // Half past ten in Tokyo, in office hours.
  const today = new Date(`${todayInTokyo(now())}T01:30:00Z`).getTime();
  const daysAgo = async <T>(days: number, tell: () => Promise<T>): Promise<T> => {
    let ticks = 0;
    const restore = setClock(() => new Date(today - days * 86_400_000 + ticks++ * 1000));
    try {
      return await tell();
    } finally {
      restore();
    }
  };
  const small = {
    contractYen: "12,000,000",
    advanceYen: "4,800,000",
    performanceYen: "1,200,000",
    noticeEmail: "koji@marumaru.example",
  };
  const theirs = {
    advanceBillTo: sankaku.name,
    performanceBillTo: sankaku.name,
    advanceBank: "△△銀行 本店",
    noticeEmail: "doboku@sankaku.example",
  };

  await daysAgo(12, () =>
    anApplication().named("側溝改修工事").forObligee(mihonTown).onPaper().with(small).advanceOnly().ordered(),
  );
  await daysAgo(10, () => anApplication().named("河川護岸工事").forObligee(mihon).with(small).ordered());
  await daysAgo(9, () =>
    anApplication()
      .named("漁港岸壁改修工事")
      .forObligee(mihon)
      .interimOnly()
      .with({ ...jointVenture, ...small, interimReceivedYen: "4,800,000", interimYen: "2,400,000" })
      .ordered(),
  );
  await daysAgo(8, () =>
    anApplication(otherContractor)
      .named("農道舗装工事")
      .forObligee(mihon)
      .toShizuoka()
      .with({ ...small, ...theirs, noticeEmail: "undeliverable@sankaku.example" })
      .ordered(),
  );
  await daysAgo(9, () => anApplication().named("歩道改修工事").with(small).withdrawn());
  await daysAgo(7, () =>
    anApplication(otherContractor)
      .named("倉庫解体工事")
      .toShizuoka()
      .with(theirs)
      .refused("お申込みの工事は、当社の引受けの対象になりません。"),
  );
  await daysAgo(6, () =>
    anApplication(otherContractor)
      .named("小学校体育館改築工事")
      .with({ ...theirs, contractYen: "120,000,000", advanceYen: "48,000,000", performanceYen: "12,000,000" })
      .attaching("contract", "請負契約書（見本）.pdf", samplePdf("SAMPLE contract"))
      .attaching("nomination", "指名通知書（見本）.pdf", samplePdf("SAMPLE nomination"))
      .examining(),
  );
  const sewer = await daysAgo(5, () => anApplication().named("下水道管布設工事").with(small).approved());
  await daysAgo(4, () =>
    writeToContractor(staff, {
      id: sewer.id,
      number: 1,
      body: "承認しました。保証料のご入金を確認しましたら、保証証書を発行します。",
    }),
  );
  await daysAgo(4, () =>
    anApplication()
      .named("〇〇橋補修工事")
      .with(small)
      .returned("工期（至）が請負契約書と異なります。直して再送信してください。"),
  );
  const park = await daysAgo(3, () =>
    anApplication().named("公園整備工事").forObligee(mihon).with(small).performanceOnly().submitted(),
  );
  await daysAgo(2, () =>
    writeToBranch(contractor, {
      id: park.id,
      number: 1,
      body: "請負契約書の写しは、明日お送りします。工期に変更はありません。",
    }),
  );
  await daysAgo(1, () =>
    anApplication(contractor)
      .named("水路整備工事")
      .forObligee(mihon)
      .with({ advanceApply: "", performanceApply: "", notice: "", worksTo: "" })
      .drafted(),
  );
  await inScope(systemScope, (tx) => tx.company.createMany({ data: [unprintable], skipDuplicates: true }));
  const unprintableContractor = contractorScope(unprintable.id, { ...users.contractor2, name: "沢 九一" });
  await daysAgo(2, () =>
    anApplication(unprintableContractor)
      .named("林道改良工事")
      .forObligee(mihon)
      .toShizuoka()
      .with({
        ...small,
        advanceBillTo: "本社",
        performanceBillTo: "本社",
        noticeEmail: "sawa@sawagumi.example",
      })
      .ordered(),
  );
  return "seeded";
}
