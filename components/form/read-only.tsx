"use client";
import { createContext, type ReactNode, useContext } from "react";

const Context = createContext(false);

/**
 * Inside it, buttons that post are not shown, because the person may only read. The server refuses them anyway. Parts
 * that belong to the person (password, sessions) set it back to false.
 */
export function ReadOnly({ value, children }: { value: boolean; children: ReactNode }) {
  return <Context value={value}>{children}</Context>;
}

/** Whether buttons that post are hidden here. */
export function useReadOnly(): boolean {
  return useContext(Context);
}
