import type { ReactNode } from "react";

/** One state of a component, shown in the gallery and visited by the accessibility tests. */
export type Sample = { name: string; element: ReactNode };
