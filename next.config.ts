import type { NextConfig } from "next";

// Headers without a nonce are set here, so that they hold whatever serves the pages.
const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=()" },
  { key: "Strict-Transport-Security", value: "max-age=31536000; includeSubDomains" },
];

const config: NextConfig = {
  headers: async () => [
    { source: "/:path*", headers: securityHeaders },
    // The address of a mail's link is the secret, so it is neither passed on nor stored.
    ...["/invite/:token", "/password/reset/:token"].map((source) => ({
      source,
      headers: [
        { key: "Referrer-Policy", value: "no-referrer" },
        { key: "Cache-Control", value: "no-store" },
      ],
    })),
    // Pages set this themselves. Handlers need not, but their 404 could not, and a cache might keep one.
    { source: "/api/:path*", headers: [{ key: "Cache-Control", value: "no-store" }] },
  ],
  logging: { incomingRequests: { ignore: [/^\/invite\//, /^\/password\/reset\//] } },
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  // No optimizer, no advisories about it: every picture is inline SVG or a static file.
  images: { unoptimized: true },
  typescript: { ignoreBuildErrors: true }, // `npm run check` checks the types, and the build must stay fast for `npm start`.
  serverExternalPackages: ["@node-rs/argon2", "harfbuzzjs", "pdf-lib", "pg-boss", "pino", "nodemailer"],
};

export default config;
