"use client";
import { useEffect, useRef } from "react";
import { useFormStatus } from "react-dom";

/** Calls back once each time the action of the form around it has answered; returns whether it is under way. */
export function useSettled(onSettled: () => void): boolean {
  const { pending } = useFormStatus();
  const was = useRef(false);
  useEffect(() => {
    if (was.current && !pending) onSettled();
    was.current = pending;
  });
  return pending;
}
