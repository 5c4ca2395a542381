import { Icon, Picture, type PictureName, pictures, type SignName } from "#components/ui/icon.tsx";
import { Mark } from "#components/ui/mark.tsx";
import type { Sample } from "#components/ui/sample.ts";

const signs: Record<SignName, string> = {
  arrow: "進む",
  back: "戻る",
  done: "完了",
  error: "誤り",
  warning: "注意",
  info: "お知らせ",
  todo: "これから",
  begun: "途中",
  print: "印刷",
  copy: "コピー",
  save: "保存",
};

const words: Record<PictureName, string> = {
  helmet: "受注者",
  hall: "発注者",
  office: "保証会社",
  paper: "申込",
  list: "一覧",
  calculator: "計算書",
  certificate: "保証証書",
};

export const samples: Sample[] = [
  ...(Object.keys(signs) as SignName[]).map((name) => ({
    name: signs[name],
    element: <Icon name={name} />,
  })),
  ...(Object.keys(pictures) as PictureName[]).map((name) => ({
    name: words[name],
    element: <Picture name={name} />,
  })),
  { name: "保証デスクの印", element: <Mark /> },
];
