import { ConfirmSample, SubmitSample } from "#components/form/sample-forms.tsx";
import type { Sample } from "#components/ui/sample.ts";

export const samples: Sample[] = [
  { name: "理由を書いて確かめる", element: <ConfirmSample /> },
  { name: "一度だけ送る", element: <SubmitSample /> },
];
