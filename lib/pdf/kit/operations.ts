import type { TextStyle } from "./text.ts";
import type { Typeface } from "./typefaces.ts";

/** The few colours of the documents; all but the seal and the sample box must be legible in black and white. */
export type Ink = "black" | "hairline" | "watermark" | "seal" | "sample";

/**
 * What a page consists of. Lengths are millimetres from the top left corner; the `y` of a text is its baseline; stroke
 * widths are millimetres. Layouts make operations and paint draws them; nothing else passes between the two.
 */
export type Operation =
  | {
      readonly kind: "text";
      readonly text: string;
      readonly style: TextStyle;
      readonly x: number;
      readonly y: number;
      readonly ink: Ink;
    }
  | {
      /** Outlined letters turned by `degrees` around their origin: decoration, hidden from screen readers. */
      readonly kind: "outline";
      readonly text: string;
      readonly style: TextStyle;
      readonly x: number;
      readonly y: number;
      readonly degrees: number;
      readonly stroke: number;
      readonly ink: Ink;
    }
  | {
      readonly kind: "line";
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly stroke: number;
      readonly ink: Ink;
    }
  | {
      readonly kind: "box";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly radius: number;
      readonly stroke: number;
      readonly ink: Ink;
    };

export type Page = readonly Operation[];

/** A document ready to be painted. `madeAt` is the instant stated in the file; without it the file states none. */
export type Layout = {
  readonly title: string;
  readonly pages: readonly Page[];
  readonly madeAt: Date | undefined;
  /** The words that every document of this kind contains, all constants; their fonts are cut once per process. */
  readonly stock: readonly { readonly typeface: Typeface; readonly text: string }[];
};
