import { issueGuarantees } from "#lib/features/examinations/commands.ts";
import { anApplication, type Built, staff } from "#prisma/seed/factories.ts";
import { type Bench, percentile, round } from "#tests/bench/bench.ts";
import { openPortal, type Portal } from "#tests/bench/portal/portal.ts";
import { formWith, signIn, type Visitor } from "#tests/bench/portal/visitor.ts";

const goalMs = 300;
const burstGoalSeconds = 120;
const burstSize = 500;

type Case = Built & { recipient: string };
type Clicks = { answerMs: number[]; mailMs: number[] };

let cases = 0;

async function approved(products: 1 | 2): Promise<Case> {
  cases += 1;
  const recipient = `case-${cases}@bench.example`;
  const application = anApplication().named(`第${cases}号線 道路改良工事`).with({ noticeEmail: recipient });
  return { ...(await (products === 1 ? application.advanceOnly() : application).approved()), recipient };
}

async function prepare(count: number, products: 1 | 2): Promise<Case[]> {
  const prepared: Case[] = [];
  const begun = Array.from({ length: 4 }, async () => {
    while (prepared.length < count) prepared.push(await approved(products));
  });
  await Promise.all(begun);
  return prepared.slice(0, count);
}

/**
 * Presses 発行 on one case after another, as a browser would; returns the milliseconds to each answer and to each mail's
 * 250.
 */
async function click(
  { mails }: Portal,
  branch: Visitor,
  queue: readonly Case[],
  products: 1 | 2,
): Promise<Clicks> {
  const measured: Clicks = { answerMs: [], mailMs: [] };
  for (const { id, recipient } of queue) {
    const form = formWith(await branch.forms(`/branch/applications/${id}`), "発行");
    const clickedAt = performance.now();
    await branch.post(form);
    measured.answerMs.push(performance.now() - clickedAt);
    await mails.untilAccepted(recipient, products);
    for (const at of mails.acceptedAt.get(recipient) ?? []) measured.mailMs.push(at - clickedAt);
  }
  return measured;
}

/**
 * Orders everything as fast as the commands allow (eight at a time, which is the pool of a web process) and waits for
 * the last mail; returns milliseconds from the first order.
 */
async function burst(
  { mails }: Portal,
  queue: readonly Case[],
): Promise<{ totalMs: number; orderedMs: number }> {
  const open = [...queue];
  const begun = performance.now();
  const order = async () => {
    for (let next = open.pop(); next; next = open.pop())
      await issueGuarantees(staff, { ...next, premiumReceived: true });
  };
  await Promise.all(Array.from({ length: 8 }, order));
  const orderedMs = performance.now() - begun;
  await Promise.all(queue.map(({ recipient }) => mails.untilAccepted(recipient, 1, 10 * 60_000)));
  return { totalMs: performance.now() - begun, orderedMs };
}

function summarize(values: readonly number[]) {
  return {
    n: values.length,
    p50: round(percentile(values, 0.5)),
    p95: round(percentile(values, 0.95)),
    max: round(Math.max(...values)),
  };
}

function rowOf(what: string, values: readonly number[]): Record<string, string | number> {
  const { n, p50, p95, max } = summarize(values);
  const goal = { "goal p95": `<= ${goalMs}`, "p95 / goal": round(p95 / goalMs, 2) };
  return { what, n, "p50 ms": p50, "p95 ms": p95, "max ms": max, ...goal };
}

/**
 * Measures from the click on 発行 to the mail server's 250, over HTTP, worker and PostgreSQL of a real portal: one
 * guarantee after another, then all at once.
 */
export async function run(): Promise<Bench> {
  const portal = await openPortal();
  try {
    const branch = await signIn(portal.url, "branch@demo.example");
    await click(portal, branch, await prepare(10, 1), 1); // warms up web, worker and mail connection
    const single = await click(portal, branch, await prepare(80, 1), 1);
    const two = await click(portal, branch, await prepare(40, 2), 2);
    const { totalMs, orderedMs } = await burst(portal, await prepare(burstSize, 1));
    const perSecond = burstSize / (totalMs / 1000);
    return {
      title: `発行: click to mail accepted, then ${burstSize} at once`,
      rows: [
        rowOf("click to mail accepted, one product", single.mailMs),
        rowOf("click to mail accepted, two products", two.mailMs),
        {
          what: "click to the answer on the page",
          n: single.answerMs.length,
          "p50 ms": round(percentile(single.answerMs, 0.5)),
          "p95 ms": round(percentile(single.answerMs, 0.95)),
          "max ms": round(Math.max(...single.answerMs)),
        },
        {
          what: `${burstSize} at once: ${round(perSecond)} per second, ordered in ${round(orderedMs / 1000)} s`,
          n: burstSize,
          "max ms": round(totalMs, 0),
          "goal p95": `all <= ${burstGoalSeconds} s`,
          "p95 / goal": round(totalMs / 1000 / burstGoalSeconds, 2),
        },
      ],
      json: {
        goalP95Ms: goalMs,
        oneProductMs: summarize(single.mailMs),
        twoProductsMs: summarize(two.mailMs),
        answerMs: summarize(single.answerMs),
        burst: {
          n: burstSize,
          perSecond: round(perSecond),
          totalMs: round(totalMs),
          orderedMs: round(orderedMs),
        },
      },
    };
  } finally {
    await portal.close();
  }
}
