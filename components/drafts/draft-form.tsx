"use client";
import { type MouseEvent, type ReactNode, useEffect, useMemo, useRef } from "react";
import { DraftAside } from "#components/drafts/draft-aside.tsx";
import { Cleared, DraftBanners } from "#components/drafts/draft-banners.tsx";
import { DraftConflict } from "#components/drafts/draft-conflict.tsx";
import { DraftFormProvider } from "#components/drafts/draft-context.tsx";
import { SavedBar } from "#components/drafts/draft-saved.tsx";
import { type DraftEditorProps, formId, useDraftEditor } from "#components/drafts/use-draft-editor.ts";
import { ErrorSummary } from "#components/form/error-summary.tsx";
import { FormTitle } from "#components/form/form-title.tsx";
import { ImeSafeForm } from "#components/form/ime-safe-form.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { Cols } from "#components/layout/page.tsx";
import { Button } from "#components/ui/button.tsx";
import { TabPager, Tabs } from "#components/ui/tabs.tsx";
import { paths } from "#lib/core/paths.ts";
import { TABS, type TabSlug, tabOf } from "#lib/features/questions/constants.ts";
import { judgeDraft } from "#lib/features/questions/steps/live.ts";
import { tabProgress } from "#lib/features/questions/steps/progress.ts";
import type { FieldError } from "#lib/features/questions/types.ts";

/** 「…をクリア」 of the leaflet, by tab. */
const clearButtons: Partial<Record<TabSlug, string>> = {
  products: "保証の申込内容をクリア",
  others: "インフォメーションをクリア",
};

type DraftFormProps = DraftEditorProps & {
  /** 手続状況 in words. */
  status: string;
  /** What happened before: it was returned, or made as a duplicate. */
  news: ReactNode;
  /** The questions of the tab. */
  children: ReactNode;
};

/** One tab of the application; every button works without script. */
export function DraftForm({ status, news, children, ...props }: DraftFormProps) {
  const { id, step, context } = props;
  const editor = useDraftEditor(props);
  const { raw, errors } = editor;
  const judged = useMemo(() => judgeDraft(raw, context), [raw, context]);
  const untouched = props.untouched.filter((field) => raw[field] === props.draft[field]);
  const progress = tabProgress(raw, context, errors, untouched);
  const link = (slug: TabSlug | undefined) =>
    slug && paths.applicationTab(id, slug, { check: errors.length > 0 });
  const at = TABS.findIndex(({ slug }) => slug === step);
  const clear = clearButtons[step];
  const clearButton = useRef<HTMLButtonElement>(null);
  const saved = { id, state: editor.save, waiting: editor.conflicts.length > 0 };
  const restore = (event: MouseEvent) => {
    editor.restore(event);
    clearButton.current?.focus();
  };
  useFocusOfHash();

  return (
    <DraftFormProvider
      value={{
        context,
        status,
        raw,
        judged,
        drawn: editor.drawn,
        errors: Object.fromEntries(errors.map(({ field, message }) => [field, message])),
        warnings: editor.warnings,
        register: editor.register,
        take: editor.take,
      }}
    >
      <FormTitle errors={errors.length > 0} />
      <Cols aside={<DraftAside {...saved} />}>
        <ImeSafeForm id={formId(id, step)} action={editor.post} autoComplete="off">
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="step" value={step} />
          <input type="hidden" name="version" defaultValue={editor.version} />
          <input type="hidden" name="editor" defaultValue="" />
          <input type="hidden" name="sequence" defaultValue={1} />
          <input type="hidden" name="before" defaultValue={JSON.stringify(editor.before)} />
          {/* The form's default button: Enter in a field runs the check, whatever button comes first on the page. */}
          <button type="submit" name="intent" value="check" hidden onClick={editor.check} />
          {news}
          <ErrorSummary
            attempt={editor.attempt}
            errors={onceEach(errors).map(({ field, message }) => ({
              href: hrefOf(id, step, field),
              message,
            }))}
          />
          <DraftBanners id={id} result={editor.result} save={editor.save} />
          <DraftConflict
            changes={editor.conflicts}
            asked={editor.asked}
            href={paths.applicationTab(id, step)}
            onKeep={editor.keepMine}
            onTake={editor.takeTheirs}
          />
          <Tabs
            label="申込の入力"
            items={TABS.map(({ slug, title }) => ({
              href: link(slug) ?? "",
              label: title,
              current: slug === step,
              state: progress[slug],
            }))}
          />
          <div className="head panel-head">
            <h2>{TABS[at]?.title}</h2>
            {clear && (
              <div className="no-print">
                <Button
                  ref={clearButton}
                  type="submit"
                  variant="text"
                  name="intent"
                  value="clear"
                  aria-describedby="clear-h"
                  onClick={editor.clear}
                >
                  {clear}
                </Button>
                <p className="small secondary" id="clear-h">
                  このタブの入力をすべて消します。{step === "others" && "添付した書類は残ります。"}
                </p>
              </div>
            )}
          </div>
          {editor.cleared && <Cleared undo={editor.cleared} onRestore={restore} />}
          {children}
          <TabPager previous={link(TABS[at - 1]?.slug)} next={link(TABS[at + 1]?.slug)} />
          <div className="actions">
            <SubmitButton size="big" name="intent" value="check" onClick={editor.check}>
              申込内容を確認する
            </SubmitButton>
            <Button type="submit" variant="text" name="intent" value="quit" onClick={editor.quit}>
              下書きを保存して終了する
            </Button>
          </div>
          <SavedBar {...saved} />
        </ImeSafeForm>
      </Cols>
    </DraftFormProvider>
  );
}

/** The summary shows a sentence once, even if it belongs to two fields (both products refused by one rule). */
function onceEach(errors: readonly FieldError[]): FieldError[] {
  return errors.filter(({ message }, at) => errors.findIndex((other) => other.message === message) === at);
}

/** The address of a mistake: a field of this tab, or another tab that shows its mistakes. */
function hrefOf(id: string, step: TabSlug, field: FieldError["field"]): string {
  const slug = tabOf(field);
  return slug === step ? `#${field}` : paths.applicationTab(id, slug, { check: true, field });
}

/** A link to a field (変更, a mistake on another tab) moves the focus there, after the summary took it. */
function useFocusOfHash() {
  useEffect(() => {
    const field = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
    if (!field?.matches("input, select, textarea")) return;
    field.closest(".field")?.scrollIntoView({ block: "start" });
    field.focus({ preventScroll: true });
  }, []);
}
