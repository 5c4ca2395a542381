import type { Metadata } from "next";
import { CompanyForm } from "#components/companies/company-form.tsx";
import { CompanyRows } from "#components/companies/company-rows.tsx";
import { Aside, Cols, PageTitle } from "#components/layout/page.tsx";
import { Card } from "#components/ui/card.tsx";
import { requireContractor } from "#lib/auth/gates.ts";
import { loadCompany } from "#lib/features/companies/loaders.ts";
import { DeskPage } from "../desk-page.tsx";

export const metadata: Metadata = { title: "会社情報" };

/** The answers that the company gives in every application. */
export default async function Company() {
  const scope = await requireContractor();
  const { company, branches } = await loadCompany(scope);
  return (
    <DeskPage crumbs={[{ label: "会社情報" }]}>
      <PageTitle>会社情報</PageTitle>
      <Cols
        aside={
          <Aside label="登録されている会社">
            <Card title="登録されている会社">
              <p>
                <b>{company.name}</b>
              </p>
              <p className="small">{company.address}</p>
              <p className="small secondary">商号と所在地の変更は、取扱いの支店へご連絡ください。</p>
            </Card>
          </Aside>
        }
      >
        {scope.readOnly ? (
          <div>
            <p>新しい申込に、はじめから入力される内容です。閲覧のみの権限のため、変更できません。</p>
            <CompanyRows company={company} branches={branches} />
          </div>
        ) : (
          <div>
            <p>
              いつも同じ内容を保存しておくと、新しい申込に入力された状態で始められます。申込ごとに直せます。
            </p>
            <CompanyForm company={company} branches={branches} />
          </div>
        )}
      </Cols>
    </DeskPage>
  );
}
