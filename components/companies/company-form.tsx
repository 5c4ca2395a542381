"use client";
import { Fragment, useMemo } from "react";
import { BankInput } from "#components/banks/bank-input.tsx";
import { ActionBanner } from "#components/form/action-banner.tsx";
import { type Choice, Select } from "#components/form/choices.tsx";
import { ErrorSummary } from "#components/form/error-summary.tsx";
import { FormTitle } from "#components/form/form-title.tsx";
import { ImeSafeForm } from "#components/form/ime-safe-form.tsx";
import { EmailInput, TextInput } from "#components/form/inputs.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { useAction } from "#components/form/use-action.ts";
import { Banner } from "#components/ui/banner.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { paths } from "#lib/core/paths.ts";
import { saveCompanyAction } from "#lib/features/companies/actions.ts";
import { DEFAULT_FIELDS, type DefaultField } from "#lib/features/companies/constants.ts";
import type { CompanyRecord } from "#lib/features/companies/types.ts";

type CompanyFormProps = { company: CompanyRecord; branches: readonly Choice[] };

/** 会社情報: the answers with which every new draft begins; none is required. */
export function CompanyForm({ company, branches }: CompanyFormProps) {
  const [result, save] = useAction(saveCompanyAction);
  const wrong: Record<string, string> = result.status === "invalid" ? result.fields : {};
  const errors = useMemo(
    () => (Object.keys(DEFAULT_FIELDS) as DefaultField[]).filter((field) => wrong[field]),
    [wrong],
  );
  const typed = "values" in result ? result.values : undefined;
  const field = (name: DefaultField) => ({
    name,
    label: DEFAULT_FIELDS[name],
    defaultValue: typed?.[name] ?? company.answers[name] ?? "",
    error: wrong[name],
  });
  return (
    <ImeSafeForm action={save} autoComplete="off">
      <FormTitle errors={errors.length > 0} />
      <ErrorSummary
        attempt={result}
        errors={errors.map((name) => ({ href: `#${name}`, message: wrong[name] ?? "" }))}
      />
      <ActionBanner result={result} className="errors">
        <p>
          <TextLink plain href={paths.company()}>
            最新の内容を開く
          </TextLink>
        </p>
      </ActionBanner>
      {result.status === "done" && (
        <Banner
          tone="ok"
          role="status"
          className="errors"
          title={`会社情報を保存しました　${result.value.savedAt.slice(11)}`}
          heading="h2"
        >
          <p>次に作成する申込から入力されます。作成済みの下書きは変わりません。</p>
        </Banner>
      )}
      <input type="hidden" name="version" value={company.version} />
      {/* After saving, the fields show the texts as they were stored. */}
      <Fragment key={company.version}>
        <TextInput {...field("contactDepartment")} optional width="width-18" />
        <TextInput
          {...field("contactPosition")}
          optional
          width="width-18"
          autoComplete="organization-title"
        />
        <TextInput {...field("contactName")} optional width="width-18" autoComplete="name" />
        <TextInput {...field("contactPhone")} optional width="width-14" inputMode="tel" autoComplete="tel" />
        <EmailInput
          {...field("noticeEmail")}
          optional
          width="width-20"
          help="電子保証の発行が完了したときに、お知らせを受け取るアドレスです。"
        />
        <BankInput
          {...field("bank")}
          optional
          width="width-24"
          help="前払金を受け取る銀行と支店の名前を入力してください。漢字、かな、ローマ字、金融機関コードで候補を探せます。"
        />
        <Select {...field("branch")} optional blank="申込のたびに選ぶ" options={branches} />
        <TextInput
          {...field("billTo")}
          optional
          width="width-24"
          help={`入力しないときは、「${company.name}」になります。`}
        />
      </Fragment>
      <div className="actions">
        <SubmitButton size="big">会社情報を保存する</SubmitButton>
      </div>
    </ImeSafeForm>
  );
}
