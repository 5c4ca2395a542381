"use client";
import { useState, useSyncExternalStore } from "react";
import { Field, fieldControl } from "#components/form/field.tsx";
import { type InputProps, splitText } from "#components/form/inputs.tsx";
import { classes } from "#components/ui/classes.ts";

const never = () => () => {};

/**
 * A password that can be pasted, filled by a manager, and shown; the box's name holds no パスワード on purpose. It needs the
 * script to work, so without script it is not there.
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
