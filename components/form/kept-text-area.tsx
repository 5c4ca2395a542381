"use client";
import { type ComponentProps, createContext, type ReactNode, useContext, useEffect, useRef } from "react";
import { TextArea } from "#components/form/inputs.tsx";
import { findText, forgetOthers, keepText } from "#components/form/kept-texts.ts";

const Writer = createContext<string | undefined>(undefined);

/** Inside it, texts are kept for this person until they are sent. What somebody else left in the tab is dropped. */
export function KeptTexts({ person, children }: { person: string | undefined; children: ReactNode }) {
  useEffect(() => {
    if (person !== undefined) forgetOthers(person);
  }, [person]);
  return <Writer value={person}>{children}</Writer>;
}

/** Several lines of text, which are still there after signing in again. useAction() forgets them once they are sent. */
export function KeptTextArea(props: Omit<ComponentProps<typeof TextArea>, "ref" | "onInput">) {
  const person = useContext(Writer);
  const field = useRef<HTMLTextAreaElement>(null);
  const { label } = props;
  useEffect(() => {
    if (person === undefined || !field.current || field.current.value !== "") return;
    field.current.value = findText(field.current, label, person);
  }, [person, label]);
  return (
    <TextArea
      {...props}
      ref={field}
      onInput={({ currentTarget }) => {
        if (person !== undefined) keepText(currentTarget, label, person);
      }}
    />
  );
}
