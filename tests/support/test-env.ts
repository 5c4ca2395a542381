// Every variable that env() reads, so that no test depends on the machine's own. The database's address leads nowhere
// on purpose: a test chooses its database (cloneDatabase), and one that forgets must not reach a real one.
Object.assign(process.env, {
  PORT: "3000",
  HOST: "127.0.0.1",
  APP_URL: "http://127.0.0.1:3000",
  DATABASE_URL: "",
  DATABASE_APP_URL: "postgresql://nobody@127.0.0.1:1/none",
  SMTP_URL: "smtp://127.0.0.1:1",
  MAIL_FROM: "保証デスク <noreply@hosho-desk.example>",
  MAILBOX_DIR: "",
  CLAMD_URL: "",
  DATA_DIR: "/nonexistent",
  DEMO: "1",
  TRUST_PROXY: "0",
  AUTH_SECRET: "kZ3v9Qm1Xt7Lr5Wc8Nf2Hb6Jd4Gs0PyE",
  KEY_PEPPERS: "t1:Zm9yIHRlc3RzIG9ubHk6IHBlcHBlciAwMTIzNDU2Nzg=",
  KEY_CIPHERS: "t1:Zm9yIHRlc3RzIG9ubHk6IGNpcGhlciAwMTIzNDU2Nzg=",
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: "Zm9yIHRlc3RzIG9ubHk6IGFjdGlvbnMgMDEyMzQ1Njc=",
});
