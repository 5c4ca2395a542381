import { ListCount } from "#components/ui/list-count.tsx";
import type { Sample } from "#components/ui/sample.ts";

export const samples: Sample[] = [
  {
    name: "すべてが一ページのとき",
    element: <ListCount noun="保証契約" total="12件" shown={undefined} clear={undefined} />,
  },
  {
    name: "条件に合うものが多いとき",
    element: <ListCount noun="申込" total="1,000件以上" shown={20} clear="#clear" />,
  },
];
