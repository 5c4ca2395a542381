import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PublicFrame } from "#components/layout/frames.tsx";
import { Page, PageTitle } from "#components/layout/page.tsx";
import { env } from "#lib/core/env.ts";
import { groups } from "./groups.ts";
import { Papers } from "./papers.tsx";

export const metadata: Metadata = { title: "部品の見本" };

/** Every component in every state; only where the demo runs. */
export default function Gallery() {
  if (!env().demo) notFound();
  return (
    <PublicFrame site={{ demo: true }}>
      <Page crumbs={[{ label: "保証デスク", href: "/" }, { label: "部品の見本" }]}>
        <PageTitle>部品の見本</PageTitle>
        {groups.map(({ id, title, samples, inline = false }) => (
          <section key={id} className="block" aria-labelledby={`group-${id}`}>
            <h2 id={`group-${id}`}>{title}</h2>
            <div className={inline ? "samples beside" : "samples"}>
              {samples.map(({ name, element }) => (
                <div key={name}>
                  <p className="small secondary">{name}</p>
                  {element}
                </div>
              ))}
            </div>
          </section>
        ))}
        <Papers />
      </Page>
    </PublicFrame>
  );
}
