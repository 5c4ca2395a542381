import { describe, expect, it } from "vitest";
import { explainJobFailure, explainMailFailure } from "#lib/features/deliveries/present.ts";

describe("why a mail failed, in words for the branch", () => {
  it.each([
    [
      "Can't send mail - all recipients were rejected: 550 No such mailbox",
      "宛先のメールアドレスが受け付けられませんでした。お客様に確認してください。",
    ],
    ["Data command failed: 552 5.2.2 over quota", "宛先の受信箱に空きがありません。"],
    ["Data command failed: 451 try later", "宛先のメールサーバーが、一時的に受け付けていません。"],
    ["Message failed: 554 5.7.1 spam", "宛先のメールサーバーが、受け付けを断りました。"],
    ["connect ECONNREFUSED 127.0.0.1:25", "メールサーバーに接続できませんでした。"],
    ["Connection closed unexpectedly", "メールサーバーに接続できませんでした。"],
    ["queryA ETIMEOUT mail.example", "メールサーバーに接続できませんでした。"],
    ["getaddrinfo ENOTFOUND mail.example", "メールサーバーに接続できませんでした。"],
    ["something new", "メールを送信できませんでした。"],
  ])("%s", (reason, sentence) => {
    // The server's own answer stays readable, since its administrators ask for it.
    expect(explainMailFailure(reason)).toEqual({ sentence, record: reason });
  });
});

describe("why an issue stopped, in words for the branch", () => {
  it("keeps a sentence that the job wrote for people", () => {
    const reason = "「沢」を印刷できる書体がありません。";
    expect(explainJobFailure(reason)).toEqual({ sentence: reason, record: null });
  });

  it("puts a machine's message beneath a general sentence", () => {
    const failure = explainJobFailure("a guarantee is published after its number");
    expect(failure.sentence).toMatch(/^処理が途中で止まりました。/);
    expect(failure.record).toBe("a guarantee is published after its number");
  });
});
