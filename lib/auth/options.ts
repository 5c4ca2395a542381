import NextAuth, { CredentialsSignin } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { env } from "#lib/core/env.ts";
import { sessionCookie } from "./session-cookie.ts";
import { SESSION_LIMITS } from "./sessions.ts";
import { signInWithPassword } from "./sign-in.ts";

const credentials = z.object({
  email: z.string().max(320),
  password: z.string().max(1024),
  address: z.string(),
  userAgent: z.string().optional(),
});

/** Too many failures; `code` holds the seconds for which no password is checked. */
class MustWait extends CredentialsSignin {
  constructor(seconds: number) {
    super();
    this.code = `wait:${seconds}`;
  }
}

// The cookie carries our session's token as it is: random, and worth nothing without its row in `sessions`, which alone
// counts (next-auth #3729: credentials give no server-side session). next-auth would wrap it into an encrypted JWT;
// opening that took more than half the time of an empty page and hid nothing that the token does not. There is no
// /api/auth route: sign-in and sign-out are server actions.
export const { signIn, signOut } = NextAuth(() => ({
  secret: env().authSecret,
  trustHost: true,
  session: { strategy: "jwt", maxAge: SESSION_LIMITS.absoluteMs / 1000 },
  useSecureCookies: sessionCookie().options.secure,
  cookies: { sessionToken: sessionCookie() },
  pages: { signIn: "/login" },
  logger: { error() {}, warn() {}, debug() {} },
  providers: [
    Credentials({
      credentials: { email: {}, password: {}, address: {}, userAgent: {} },
      async authorize(input) {
        const { email, password, address, userAgent } = credentials.parse(input);
        const result = await signInWithPassword(email, password, address, userAgent ?? null);
        if ("waitSeconds" in result) throw new MustWait(result.waitSeconds);
        return "wrong" in result ? null : { id: result.userId, token: result.token };
      },
    }),
  ],
  jwt: {
    encode: ({ token }) => String(token?.token ?? ""),
    decode: ({ token }) => (token ? { token } : null),
  },
  callbacks: {
    jwt({ token, user }) {
      return user && "token" in user ? { token: user.token } : token;
    },
  },
}));
