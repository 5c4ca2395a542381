import { Tel } from "#components/ui/text.tsx";

export type BranchContact = { name: string; tel: string };

/** The telephone numbers of the branches. */
export function Contact({ branches }: { branches: readonly BranchContact[] }) {
  return (
    <section className="section" aria-labelledby="h-ask">
      <h2 id="h-ask">お問い合わせ</h2>
      <p className="secondary">受付時間は、平日の9:00～17:00です（土日祝日・年末年始を除く）。</p>
      <div className="contact">
        {branches.map(({ name, tel }) => (
          <div className="card" key={name}>
            <h3>{name}</h3>
            <Tel>{tel}</Tel>
          </div>
        ))}
      </div>
    </section>
  );
}
