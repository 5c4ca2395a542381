import type { Operation } from "./operations.ts";

/** A part of a document that is never split: its height in millimetres and how to draw it with its top at `y`. */
export type Block = { readonly height: number; readonly draw: (y: number) => readonly Operation[] };

/** The part of a page that blocks may fill, in millimetres from the top edge. */
export type Room = { readonly top: number; readonly bottom: number };

/** The content of one page: the drawn operations, and where the last block ended. */
export type Filled = { readonly operations: readonly Operation[]; readonly end: number };

/**
 * Stacks blocks from top to bottom and starts a new page when one does not fit, so that long names push the rest down
 * instead of being cut. `roomOf` gives the room of a page (0 is the first). A block taller than an empty page overflows
 * it, so layouts split such blocks beforehand.
 */
export function flow(blocks: readonly Block[], roomOf: (page: number) => Room): Filled[] {
  const pages: { operations: Operation[]; end: number }[] = [{ operations: [], end: roomOf(0).top }];
  for (const block of blocks) {
    let page = pages.at(-1);
    const room = roomOf(pages.length - 1);
    if (page === undefined || (page.end + block.height > room.bottom + 0.01 && page.operations.length > 0)) {
      page = { operations: [], end: roomOf(pages.length).top };
      pages.push(page);
    }
    page.operations.push(...block.draw(page.end));
    page.end += block.height;
  }
  return pages;
}

/** Empty space between blocks. */
export function space(height: number): Block {
  return { height, draw: () => [] };
}

/** Joins blocks that must stand on the same page. */
export function together(blocks: readonly Block[]): Block {
  return {
    height: blocks.reduce((sum, block) => sum + block.height, 0),
    draw: (top) => {
      let y = top;
      return blocks.flatMap((block) => {
        const operations = block.draw(y);
        y += block.height;
        return operations;
      });
    },
  };
}
