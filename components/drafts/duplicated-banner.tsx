import { Banner } from "#components/ui/banner.tsx";
import { LEFT_OUT_WORDS } from "#lib/features/drafts/constants.ts";

/** What a duplicate left out, shown above the form. */
export function DuplicatedBanner() {
  return (
    <Banner role="status" className="errors" title="送信した申込を複製しました" heading="h2">
      <p>工事名や金額などは、元の申込と同じです。この工事に合わせて直してください。</p>
      <p>次の項目は複製していません。</p>
      <ul>
        {LEFT_OUT_WORDS.map((words, index) => (
          <li key={words} className="inline-block">
            {words}
            {index < LEFT_OUT_WORDS.length - 1 && "、"}
          </li>
        ))}
      </ul>
    </Banner>
  );
}
