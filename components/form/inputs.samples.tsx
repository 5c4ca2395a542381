import { DateInput, EmailInput, MoneyInput, TextArea, TextInput } from "#components/form/inputs.tsx";
import { PasswordInput } from "#components/form/password-input.tsx";
import type { Sample } from "#components/ui/sample.ts";

export const samples: Sample[] = [
  {
    name: "文字（必須、説明つき）",
    element: (
      <TextInput
        name="bank"
        label="預託金融機関"
        required
        width="width-20"
        help="前払金を受け取る銀行と支店の名前を入力してください。"
        defaultValue="〇〇銀行 ××支店"
      />
    ),
  },
  { name: "文字（任意）", element: <TextInput name="jv" label="JV名" optional width="width-20" /> },
  {
    name: "文字（誤り）",
    element: (
      <TextInput
        name="work"
        label="工事名"
        required
        width="width-24"
        error="工事名を入力してください。"
        defaultValue=""
      />
    ),
  },
  {
    name: "メールアドレス",
    element: <EmailInput name="mail" label="メールアドレス" required width="width-20" />,
  },
  { name: "パスワード", element: <PasswordInput name="password" label="パスワード" width="width-20" /> },
  {
    name: "金額",
    element: (
      <MoneyInput
        name="amount"
        label="前払金保証金額"
        required
        defaultValue="20,000,000"
        aid="2,000万円"
        after={
          <p className="ratio">
            請負金額 50,000,000円に対する割合<output>40.0%</output>
          </p>
        }
      />
    ),
  },
  {
    name: "金額（誤り）",
    element: (
      <MoneyInput
        name="security"
        label="契約保証金額"
        required
        defaultValue="500,000"
        aid="50万円"
        error="契約保証金額は、請負金額の10.0%（5,000,000円）以上で入力してください。"
      />
    ),
  },
  {
    name: "日付",
    element: (
      <DateInput name="notice" label="公告日" required defaultValue="R8.4.1" aid="令和8年4月1日（2026年）" />
    ),
  },
  { name: "長い文字", element: <TextArea name="remark" label="お客様から弊社への連絡事項" optional /> },
];
