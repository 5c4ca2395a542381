"use client";
import { AttachmentSection } from "#components/attachments/attachment-section.tsx";
import { useDraftField, useDraftForm } from "#components/drafts/draft-context.tsx";
import {
  DraftEmail,
  DraftRadios,
  DraftSelect,
  DraftText,
  Unprintable,
} from "#components/drafts/draft-fields.tsx";
import { TextArea } from "#components/form/inputs.tsx";
import { WISHES } from "#lib/features/questions/lines/choices.ts";

/** Tab 「その他」, the leaflet's インフォメーション. */
export function OthersTab() {
  const { raw, context, warnings } = useDraftForm();
  const message = useDraftField("messageToBranch");
  return (
    <>
      <DraftSelect
        name="branch"
        help="申込を受け付ける支店です。"
        options={context.branches.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <DraftRadios
        name="notice"
        options={WISHES}
        help="「希望する」を選ぶと、発行が完了したときに電子メールでお知らせします。"
      />
      <DraftEmail
        name="noticeEmail"
        required={raw.notice === "yes"}
        width="width-20"
        help={raw.notice === "no" ? undefined : "お知らせを「希望する」ときは、必ず入力してください。"}
      />
      <DraftText name="contactDepartment" width="width-18" />
      <DraftText name="contactPosition" width="width-18" autoComplete="organization-title" />
      <DraftText name="contactName" width="width-18" autoComplete="name" />
      <DraftText name="contactPhone" width="width-14" inputMode="tel" autoComplete="tel" />
      <TextArea
        {...message}
        optional
        rows={5}
        after={<Unprintable warning={message.error ? undefined : warnings.messageToBranch} />}
      />
      <AttachmentSection />
    </>
  );
}
