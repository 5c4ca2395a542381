import type { Sample } from "#components/ui/sample.ts";
import { CloseButton, PrintButton } from "#components/ui/window-buttons.tsx";

export const samples: Sample[] = [
  {
    name: "書類の帯",
    element: (
      <div className="window-bar">
        <PrintButton label="この画面を印刷" variant="line" />
        <CloseButton />
      </div>
    ),
  },
];
