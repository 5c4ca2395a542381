import { Checkbox, RadioGroup, Select } from "#components/form/choices.tsx";
import type { Sample } from "#components/ui/sample.ts";

const forms = [
  { value: "paper", label: "証書（紙）" },
  { value: "electronic", label: "電子保証（認証キーを含む）" },
];

export const samples: Sample[] = [
  {
    name: "選択",
    element: (
      <Select
        name="obligee"
        label="発注者"
        required
        blank="選んでください"
        options={[
          { value: "odawara", label: "小田原市長" },
          { value: "mihon", label: "見本市長" },
        ]}
      />
    ),
  },
  {
    name: "ラジオボタン",
    element: (
      <RadioGroup name="form" label="保証証書の形式" required options={forms} defaultValue="electronic" />
    ),
  },
  {
    name: "ラジオボタン（誤り）",
    element: (
      <RadioGroup
        name="form-2"
        label="保証証書の形式（契約保証）"
        required
        options={forms}
        error="見本町長は電子保証に対応していません。証書（紙）をお選びください。"
      />
    ),
  },
  { name: "チェックボックス", element: <Checkbox name="received" label="保証料の受領を確認しました" /> },
  {
    name: "商品のチェックボックス",
    element: <Checkbox name="advance" label="前払金保証を申し込む" main defaultChecked />,
  },
];
