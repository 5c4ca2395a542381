"use client";
import { createContext, type ReactNode, useContext } from "react";
import { type AttachmentEditor, useAttachments } from "#components/attachments/use-attachments.ts";
import { paths } from "#lib/core/paths.ts";
import type { Refusal } from "#lib/features/attachments/constants.ts";
import type { AttachmentList } from "#lib/features/attachments/types.ts";

// Forms cannot be nested. The section is among the questions of a tab, but its controls belong by their ids to these
// two forms behind the tab's own.
export const uploadForm = "attachments-upload";
export const removeForm = "attachments-remove";

type Editing = AttachmentEditor & {
  /** Why the last file was rejected, for a page without script. */
  refused: Refusal | null;
};

const EditorContext = createContext<Editing | null>(null);

type AttachmentEditorProviderProps = {
  applicationId: string;
  list: AttachmentList;
  refused: Refusal | null;
  children: ReactNode;
};

/** Wraps a draft's form and holds the state of its section 「添付書類」. */
export function AttachmentEditorProvider(props: AttachmentEditorProviderProps) {
  const { applicationId, list, refused, children } = props;
  const editor = useAttachments(applicationId, list);
  return (
    <EditorContext.Provider value={{ ...editor, refused }}>
      {children}
      <form
        id={uploadForm}
        method="post"
        encType="multipart/form-data"
        action={paths.attachments(applicationId)}
      />
      <form id={removeForm} action={editor.remove} />
    </EditorContext.Provider>
  );
}

/** The editor around a section; null where attachments cannot be edited. */
export function useAttachmentEditor(): Editing | null {
  return useContext(EditorContext);
}
