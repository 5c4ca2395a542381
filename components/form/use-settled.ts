"use client";
import { useEffect, useRef } from "react";
import { useFormStatus } from "react-dom";

/** Calls back each time the action of the surrounding form has answered; returns whether it is still running. */
export function useSettled(onSettled: () => void): boolean {
  const { pending } = useFormStatus();
  const was = useRef(false);
  useEffect(() => {
    if (was.current && !pending) onSettled();
    was.current = pending;
  });
  return pending;
}
