import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");
const folders = ["app", "components", "lib", "prisma", "tests"];
const files = ["instrumentation.ts"];

/** A source file and the project's files that it imports (without type imports), as paths from the root. */
export type Source = {
  file: string;
  text: string;
  imports: string[];
  typeImports: string[];
  packages: string[];
};

const importLine = /^\s*(?:import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s+)?"([^"]+)"/gm;
const dynamicImport = /\bimport\(\s*"([^"]+)"\s*\)/g;

function resolve(file: string, target: string): string | null {
  if (target.startsWith("#")) return target.slice(1);
  if (target.startsWith(".")) return path.posix.normalize(path.posix.join(path.posix.dirname(file), target));
  return null;
}

function read(file: string): Source {
  const text = readFileSync(path.join(root, file), "utf8");
  const source: Source = { file, text, imports: [], typeImports: [], packages: [] };
  const add = (target: string, isType: boolean) => {
    const found = resolve(file, target);
    if (found === null) source.packages.push(target);
    else (isType ? source.typeImports : source.imports).push(found);
  };
  for (const [, type, target] of text.matchAll(importLine)) add(target ?? "", Boolean(type));
  for (const [, target] of text.matchAll(dynamicImport)) add(target ?? "", false);
  return source;
}

function walk(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith("lib/core/generated/"));
}

/** Every source file of the project. */
export const sources: Source[] = [...folders.flatMap(walk), ...files].map(read);

/** Names of the top-level entries under version control or new. */
export function topLevel(): string[] {
  return readdirSync(root);
}
