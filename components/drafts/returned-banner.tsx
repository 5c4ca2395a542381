import { Banner } from "#components/ui/banner.tsx";
import { Code } from "#components/ui/text.tsx";

/** Why the branch returned an application, above the form in which it is corrected. */
export function ReturnedBanner({ reason, receiptNumber }: { reason: string; receiptNumber: string | null }) {
  return (
    <Banner tone="warn" className="errors" title="支店から差し戻されました" heading="h2">
      <p className="keep-lines">{reason}</p>
      {receiptNumber && (
        <p className="small secondary">
          修正して送信すると、同じ受付番号 <Code>{receiptNumber}</Code> で受け付けます。
        </p>
      )}
    </Banner>
  );
}
