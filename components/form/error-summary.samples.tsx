import { ErrorSummary } from "#components/form/error-summary.tsx";
import type { Sample } from "#components/ui/sample.ts";

export const samples: Sample[] = [
  {
    name: "誤りの一覧",
    element: (
      <ErrorSummary
        errors={[
          { href: "#work", message: "工事名を入力してください。" },
          {
            href: "#form-2",
            message: "見本町長は電子保証に対応していません。証書（紙）をお選びください。",
          },
        ]}
      />
    ),
  },
];
