"use client";
import { useState, useSyncExternalStore } from "react";
import { Field, fieldControl } from "#components/form/field.tsx";
import { type InputProps, splitText } from "#components/form/inputs.tsx";
import { classes } from "#components/ui/classes.ts";

const never = () => () => {};

/**
 * A password input that allows pasting, password managers and showing the password; the box's name does not contain
 * パスワード on purpose. The box needs the script and is absent without it.
 */
export function PasswordInput({ name, id = name, width, className, ...props }: InputProps) {
  const [shown, setShown] = useState(false);
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [text, native] = splitText(props);
  return (
    <>
      <Field id={id} {...text}>
        <input
          autoComplete="current-password"
          spellCheck={false}
          autoCapitalize="off"
          className={classes(width, className)}
          {...native}
          type={shown ? "text" : "password"}
          name={name}
          {...fieldControl(id, text)}
        />
      </Field>
      {scripted && (
        <label className="choice">
          <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
          入力した文字を表示する
        </label>
      )}
    </>
  );
}
