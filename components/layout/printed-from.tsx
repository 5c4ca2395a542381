"use client";
import { useEffect, useRef } from "react";
import { formatInstant } from "#lib/core/calendar.ts";

/**
 * The last line on paper: the address from which the page was printed, and when. A certificate has its own number and
 * date and takes a whole sheet, so it goes without; the line would need another sheet.
 */
export function PrintedFrom() {
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const note = () => {
      if (line.current) line.current.textContent = `${location.href}　${formatInstant(new Date())} に印刷`;
    };
    // Chromium prints to a file without beforeprint, but it does change the medium.
    const paper = matchMedia("print");
    window.addEventListener("beforeprint", note);
    paper.addEventListener("change", note);
    if (paper.matches) note(); // printed before this script ran
    return () => {
      window.removeEventListener("beforeprint", note);
      paper.removeEventListener("change", note);
    };
  }, []);
  return <p ref={line} className="printed" />;
}
