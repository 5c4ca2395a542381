"use client";
import { useEffect, useRef } from "react";
import { removeForm, uploadForm, useAttachmentEditor } from "#components/attachments/attachment-editor.tsx";
import { AttachmentList } from "#components/attachments/attachment-list.tsx";
import type { Upload } from "#components/attachments/uploads.ts";
import { ActionBanner } from "#components/form/action-banner.tsx";
import { Field, fieldControl } from "#components/form/field.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import {
  ACCEPT,
  ATTACHMENT_KINDS,
  type AttachmentKind,
  KIND_NAMES,
  REFUSALS,
} from "#lib/features/attachments/constants.ts";

/** 「添付書類」 of a draft: choose, watch, remove and restore files. */
export function AttachmentSection() {
  const editor = useAttachmentEditor();
  if (!editor) return null;
  const { list, uploads, removed, result, refused, done } = editor;
  return (
    <section id="attachments" className="attachments" aria-labelledby="h-attachments">
      <h3 id="h-attachments">
        添付書類<span className="optional">任意</span>
      </h3>
      <p className="help">
        PDF、JPEG、PNG を添付できます。<span className="nowrap">1件20MBまで</span>
        、全部で20件までです。開けるのは、申込をした会社と送信先の支店だけです。
      </p>
      {refused && <Banner tone="error" role="alert" className="space-small" title={REFUSALS[refused]} />}
      <ActionBanner result={result} className="space-small" />
      {removed && <Removed key={removed.id} removed={removed} />}
      {list.items.length > 0 && (
        <AttachmentList
          items={list.items}
          action={(item) => (
            <Button
              type="submit"
              variant="text"
              form={removeForm}
              name="remove"
              value={item.id}
              aria-label={`削除：${item.fileName}`}
            >
              削除
            </Button>
          )}
        />
      )}
      {uploads.length > 0 && (
        <ul className="uploads">
          {uploads.map((upload) => (
            <Sending key={upload.key} upload={upload} onDismiss={() => editor.dismiss(upload.key)} />
          ))}
        </ul>
      )}
      <p role="status" className="small">
        {done}
      </p>
      {KIND_NAMES.map((kind) => (
        <Chooser key={kind} kind={kind} onChoose={(files) => editor.add(kind, files)} />
      ))}
      <noscript>
        <p className="help space-small">
          この画面に入力した内容は、先に「下書きを保存して終了する」で保存してから添付してください。
        </p>
        <div className="actions start">
          <button type="submit" form={uploadForm} className="button line">
            選んだ書類を添付する
          </button>
        </div>
      </noscript>
    </section>
  );
}

function Chooser({ kind, onChoose }: { kind: AttachmentKind; onChoose: (files: File[]) => void }) {
  const id = `attach-${kind}`;
  const label = ATTACHMENT_KINDS[kind];
  return (
    <Field id={id} label={label}>
      <input
        type="file"
        form={uploadForm}
        name={kind}
        accept={ACCEPT}
        multiple
        onChange={({ currentTarget }) => {
          onChoose([...(currentTarget.files ?? [])]);
          // Lets the same file be chosen again after it was rejected.
          currentTarget.value = "";
        }}
        {...fieldControl(id, {})}
      />
    </Field>
  );
}

function Sending({
  upload: { name, share, cancel, message },
  onDismiss,
}: {
  upload: Upload;
  onDismiss: () => void;
}) {
  if (message !== undefined)
    return (
      <li>
        <Banner
          tone="error"
          plain
          role="alert"
          className="grow"
          title={`「${name}」を添付できませんでした。`}
        >
          <p>{message}</p>
        </Banner>
        <Button variant="text" onClick={onDismiss} aria-label={`閉じる：${name}`}>
          閉じる
        </Button>
      </li>
    );
  const percent = Math.floor(share * 100);
  return (
    <li>
      <span className="grow">{name}</span>
      <progress max={100} value={percent} aria-label={`「${name}」の送信`} />
      <span className="digits small">{share < 1 ? `${percent}%` : "確認しています"}</span>
      <Button variant="text" onClick={cancel} aria-label={`中止：${name}`}>
        中止
      </Button>
    </li>
  );
}

/** After a removal, one button restores the file. It takes the focus, since the button that had it is gone. */
function Removed({ removed: { id, name } }: { removed: { id: string; name: string } }) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => frame.current?.focus(), []);
  return (
    <div ref={frame} tabIndex={-1} className="space-small">
      <Banner role="status" title={`「${name}」を削除しました`}>
        <div className="actions">
          <Button type="submit" variant="line" form={removeForm} name="restore" value={id}>
            元に戻す
          </Button>
        </div>
      </Banner>
    </div>
  );
}
