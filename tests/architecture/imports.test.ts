import { describe, expect, it } from "vitest";
import { type Source, sources, topLevel } from "./sources.ts";

const feature = (file: string) => /^lib\/features\/([^/]+)\//.exec(file)?.[1] ?? null;
const featureFile = (file: string) => /^lib\/features\/[^/]+\/(.+)$/.exec(file)?.[1] ?? null;
const noun = (file: string) => /^components\/([^/]+)\//.exec(file)?.[1] ?? "";
const shared = new Set(["ui", "form", "layout"]);
const browserFeatureFiles = /^(actions|schema|types|constants|status|rules)\.ts$|^(steps|lines)\//;

type Rule = { name: string; of: (file: string) => boolean; may: (target: string, from: Source) => boolean };

// Which way imports run (docs/decisions/0000-foundations.md). Type-only imports weigh nothing at run time and are
// checked only where they would let a layer know another one's shape.
const rules: Rule[] = [
  {
    name: "lib/core knows nothing of the project but itself",
    of: (file) => file.startsWith("lib/core/"),
    may: (target) => target.startsWith("lib/core/"),
  },
  {
    name: "components/{ui,form,layout} know lib/core only",
    of: (file) => file.startsWith("components/") && shared.has(noun(file)),
    may: (target) => /^components\/(ui|form|layout)\//.test(target) || target.startsWith("lib/core/"),
  },
  {
    name: "components/<noun> know shared components and the browser's part of features",
    of: (file) => file.startsWith("components/") && !shared.has(noun(file)),
    may: (target) =>
      target.startsWith("components/") ||
      /^lib\/core\/(paths|result|calendar|money|text)\.ts$/.test(target) ||
      browserFeatureFiles.test(featureFile(target) ?? ""),
  },
  {
    name: "lib/auth knows lib/core, itself and the audit",
    of: (file) => file.startsWith("lib/auth/"),
    may: (target) => /^lib\/(core|auth|features\/audit)\//.test(target),
  },
  {
    name: "the questions are pure: they know lib/core only",
    of: (file) => feature(file) === "questions",
    may: (target) => feature(target) === "questions" || target.startsWith("lib/core/"),
  },
  {
    name: "features know core, auth, the queue, the outbox, the mail frame, the fonts' coverage and other features' public files",
    of: (file) => file.startsWith("lib/features/"),
    may: (target, from) =>
      feature(target) === feature(from.file) ||
      /^lib\/(core|auth)\//.test(target) ||
      /^lib\/jobs\/(queue|failures)\.ts$|^lib\/jobs\/definitions\//.test(target) ||
      /^lib\/mail\/(outbox|frame)\.ts$/.test(target) ||
      target === "lib/pdf/kit/typefaces.ts" ||
      target === "lib/features/audit/timeline.ts" ||
      // What every page asks for is kept in the process, by the loaders of its own room.
      (featureFile(from.file) === "loaders.ts" && featureFile(target) === "loaders.ts") ||
      /^(queries|commands|rules|present|schema|types|constants|status)\.ts$|^(steps|lines)\//.test(
        featureFile(target) ?? "",
      ),
  },
  {
    name: "mail templates and PDF documents know lib/core only",
    of: (file) => file.startsWith("lib/mail/templates/") || file.startsWith("lib/pdf/"),
    may: (target) => /^lib\/(core|mail|pdf)\//.test(target),
  },
  {
    name: "pages know components, loaders, actions and what the browser may see; routes know operations as well",
    of: (file) => file.startsWith("app/") && !file.startsWith("app/(dev)/"),
    may: (target, from) =>
      target.startsWith("app/") ||
      target.startsWith("components/") ||
      /^lib\/(core|auth)\//.test(target) ||
      // It stores a file while it arrives, which an action cannot do.
      (from.file === "app/api/attachments/route.ts" && target === "lib/features/uploads/commands.ts") ||
      /^(loaders|present)\.ts$/.test(featureFile(target) ?? "") ||
      (from.file.endsWith("/route.ts") && featureFile(target) === "operations.ts") ||
      // It makes its document on request.
      (from.file.startsWith("app/api/documents/") && target === "lib/pdf/render.ts") ||
      browserFeatureFiles.test(featureFile(target) ?? ""),
  },
  {
    name: "only the worker and its jobs import handlers",
    of: (file) => !file.startsWith("lib/jobs/") && !file.startsWith("tests/"),
    may: (target) => !target.startsWith("lib/jobs/handlers/"),
  },
  {
    name: "nothing imports tests but the command that runs the benches",
    of: (file) => !file.startsWith("tests/"),
    may: (target, from) =>
      !target.startsWith("tests/") || (from.file === "lib/cli/bench.ts" && target.startsWith("tests/bench/")),
  },
];

describe("the direction of imports", () => {
  for (const { name, of, may } of rules)
    it(name, () => {
      const wrong = sources
        .filter(({ file }) => of(file))
        .flatMap((source) =>
          source.imports
            .filter((target) => !may(target, source))
            .map((target) => `${source.file} -> ${target}`),
        );
      expect(wrong).toEqual([]);
    });

  it("no features import each other in a circle", () => {
    const edges = new Map<string, Set<string>>();
    for (const { file, imports } of sources) {
      const from = feature(file);
      if (from === null) continue;
      for (const target of imports) {
        const to = feature(target);
        if (to !== null && to !== from) edges.set(from, (edges.get(from) ?? new Set()).add(to));
      }
    }
    const circle = (start: string) => {
      const open = [...(edges.get(start) ?? [])];
      const seen = new Set<string>();
      while (open.length > 0) {
        const next = open.pop() ?? "";
        if (next === start) return true;
        if (seen.has(next)) continue;
        seen.add(next);
        open.push(...(edges.get(next) ?? []));
      }
      return false;
    };
    expect([...edges.keys()].filter(circle)).toEqual([]);
  });
});

describe("who may touch what", () => {
  it("only queries, commands and the listed files touch the database", () => {
    const allowed =
      /^lib\/features\/[^/]+\/(queries|commands)\.ts$|^lib\/auth\/|^lib\/core\/(db|keyset|rate-limit)\.ts$|^lib\/jobs\/(queue|steps|failures)\.ts$|^lib\/mail\/outbox\.ts$|^lib\/cli\/|^prisma\/|^tests\//;
    const wrong = sources
      .filter(({ file }) => !allowed.test(file))
      .filter(({ text }) => /\btx\.\$?[a-zA-Z]+\s*(\.|<|`)/.test(text))
      .map(({ file }) => file);
    expect(wrong).toEqual([]);
  });

  it("queries, commands and loaders refuse to be a part of the browser's code", () => {
    const wrong = sources
      .filter(({ file }) => /^lib\/features\/[^/]+\/(queries|commands|loaders)\.ts$/.test(file))
      .filter(({ packages }) => !packages.includes("server-only"));
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  it("only lib/core/env.ts and the commands that start processes read the environment", () => {
    const allowed = /^lib\/core\/env\.ts$|^lib\/cli\/|^tests\/|^instrumentation\.ts$/;
    const wrong = sources.filter(({ file, text }) => !allowed.test(file) && /\bprocess\.env\b/.test(text));
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  const wrongExports = (files: RegExp, made: string, byHand: readonly string[] = []) =>
    sources
      .filter(({ file }) => files.test(file))
      .flatMap(({ file, text }) =>
        [...text.matchAll(/^export (?:async function|function|const) (\w+)([^\n]*)/gm)]
          .filter(([, , rest]) => !(rest ?? "").startsWith(` = ${made}(`))
          .map(([, name]) => `${file}: ${name}`),
      )
      .filter((name) => !byHand.includes(name));

  it("every server action goes through defineAction or is listed here", () => {
    const files = sources.filter(({ text }) => /^"use server";/m.test(text)).map(({ file }) => file);
    expect(files.filter((file) => featureFile(file) !== "actions.ts")).toEqual([]);
    // The frame's form has no place for a message.
    const byHand = ["lib/features/accounts/actions.ts: logoutAction"];
    expect(wrongExports(/^lib\/features\/[^/]+\/actions\.ts$/, "defineAction", byHand)).toEqual([]);
  });

  it("every operation of a route goes through defineOperation", () => {
    expect(wrongExports(/^lib\/features\/[^/]+\/operations\.ts$/, "defineOperation")).toEqual([]);
  });

  it("every route that takes a posting goes through jsonRoute or is listed here", () => {
    const wrong = sources
      .filter(({ file }) => file.startsWith("app/") && file.endsWith("/route.ts"))
      .filter(({ text }) =>
        [...text.matchAll(/^export [^\n]*\b(?:POST|PUT|PATCH|DELETE)\b([^\n]*)/gm)].some(
          ([, rest]) => !(rest ?? "").startsWith(" = jsonRoute("),
        ),
      )
      .map(({ file }) => file);
    // It reads its body while it arrives.
    expect(wrong).toEqual(["app/api/attachments/route.ts"]);
  });
});

describe("forms", () => {
  it("call their actions by useAction, so that a broken line costs nobody what was typed", () => {
    const own = /^components\/form\/(use-action\.ts|sample-forms\.tsx)$/;
    const wrong = sources.filter(({ file, text }) => !own.test(file) && /\buseActionState\b/.test(text));
    expect(wrong.map(({ file }) => file).filter((file) => !file.startsWith("tests/"))).toEqual([]);
  });
});

describe("names and places", () => {
  it("features use the closed vocabulary", () => {
    const vocabulary =
      /^(schema|types|constants|status|policy|rules|queries|commands|loaders|actions|operations|present)\.ts$|^steps\/[a-z-]+\.ts$/;
    // Files beyond the closed vocabulary: the words of each reader's timeline, and the questions of the form, one per
    // line.
    const own = /^lib\/features\/(audit\/timeline|questions\/lines\/[a-z-]+)\.ts$/;
    const wrong = sources.filter(
      ({ file }) => feature(file) && !own.test(file) && !vocabulary.test(featureFile(file) ?? ""),
    );
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  it("files are kebab-case", () => {
    const framework = /^app\/.*(\[\w+\]|\(\w+\))/;
    const wrong = sources
      .map(({ file }) => file)
      .filter(
        (file) =>
          !/^[a-z0-9/.-]+$/.test(framework.test(file) ? file.replace(/[[\]()]/g, "").toLowerCase() : file),
      );
    expect(wrong).toEqual([]);
  });

  it("the top level holds the house's folders and configuration only", () => {
    const known =
      /^(app|components|lib|prisma|public|tests|docs|node_modules|test-results|LICENSE|README\.md|instrumentation\.ts|next-env\.d\.ts|tsconfig\.tsbuildinfo|package(-lock)?\.json|tsconfig\.json|next\.config\.ts|[a-z]+\.config\.(ts|mjs)|biome\.json|knip\.json|\..+)$/;
    expect(topLevel().filter((name) => !known.test(name))).toEqual([]);
  });

  it("no source says any, asserts non-null by force or silences the compiler", () => {
    const wrong = sources.filter(({ text }) => /@ts-(ignore|expect-error|nocheck)|\bas any\b/.test(text));
    expect(
      wrong.map(({ file }) => file).filter((file) => file !== "tests/architecture/imports.test.ts"),
    ).toEqual([]);
  });

  it("no type is asserted through unknown in lib", () => {
    const wrong = sources.filter(
      ({ file, text }) => file.startsWith("lib/") && /\bas unknown as\b/.test(text),
    );
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  it("no schema coerces: an empty field was version 0", () => {
    const wrong = sources.filter(({ file, text }) => file.startsWith("lib/") && /\bz\.coerce\./.test(text));
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  it("no source file is longer than 300 lines, and none of a feature longer than 250", () => {
    const wrong = sources.filter(
      ({ file, text }) =>
        !file.startsWith("tests/") &&
        text.split("\n").length > (file.startsWith("lib/features/") ? 251 : 301),
    );
    expect(wrong.map(({ file, text }) => `${file}: ${text.split("\n").length}`)).toEqual([]);
  });
});
