"use client";
import { createContext, type ReactNode, useContext } from "react";

const Context = createContext(false);

/**
 * Inside, buttons that post are not offered: to a person who may only read. The server refuses them anyway. A part that
 * is the person's own (the password, the sessions) sets it back to false.
 */
export function ReadOnly({ value, children }: { value: boolean; children: ReactNode }) {
  return <Context value={value}>{children}</Context>;
}

/** Whether buttons that post are left out here. */
export function useReadOnly(): boolean {
  return useContext(Context);
}
