import { Code } from "#components/ui/text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { paths } from "#lib/core/paths.ts";
import type { DeliverySubject, Failure } from "#lib/features/deliveries/types.ts";

/** Why it failed, in a sentence; the technical message can be opened. */
export function FailureText({ sentence, record }: Failure) {
  return (
    <>
      <p>{sentence}</p>
      {record && (
        <details className="small secondary">
          <summary>記録の内容</summary>
          <p>{record}</p>
        </details>
      )}
    </>
  );
}

/** What it is about: the works, the company and a link to the application. */
export function SubjectText({ workName, companyName, applicationId, receiptNumber }: DeliverySubject) {
  return (
    <span className="second-line">
      {companyName}　{workName}
      <br />
      <TextLink href={paths.branchCase(applicationId)}>
        <Code>{receiptNumber}</Code>
      </TextLink>
    </span>
  );
}
