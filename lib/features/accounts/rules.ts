/**
 * Where a person lands after signing in: the page that required it, if it is in the role's own area (below `top`), else
 * the role's top page. Anybody may have written `next`, so a host, a scheme, a backslash or a blank leads to the top
 * page.
 */
export function landingAfterSignIn(top: string, next: string | undefined): string {
  if (next === undefined || !/^\/[^/\\\s]/.test(next) || /[\\\s\p{Cc}]/u.test(next)) return top;
  // The browser folds /desk/../verify before the request, so it is compared folded.
  const { origin, pathname, search } = new URL(next, "http://own.invalid");
  if (origin !== "http://own.invalid") return top;
  return pathname === top || pathname.startsWith(`${top}/`) ? `${pathname}${search}` : top;
}

const systems: readonly [RegExp, string][] = [
  [/iPhone|iPod/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/CrOS/, "Chromebook"],
  [/Windows/, "Windows"],
  [/Macintosh|Mac OS X/, "Mac"],
  [/Linux|X11/, "Linux"],
];
// The order matters: each of these also claims to be the ones below it.
const browsers: readonly [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, "Edge"],
  [/OPR\/|Opera/, "Opera"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\//, "Chrome"],
  [/Safari\//, "Safari"],
];

/** A device in words, from what its browser says about itself: 「Windows の Edge」. */
export function deviceName(userAgent: string | null): string {
  const of = (table: readonly [RegExp, string][]) => table.find(([says]) => says.test(userAgent ?? ""))?.[1];
  const [system, browser] = [of(systems), of(browsers)];
  if (system === undefined) return browser ?? "不明な端末";
  return browser === undefined ? system : `${system} の ${browser}`;
}

/** The name in the header: the company, the city, or the branch and the person. */
export function displayName(user: {
  name: string;
  companyName: string | null;
  branchName: string | null;
  obligeeName: string | null;
}): string {
  if (user.branchName !== null) return `${user.branchName}　${user.name}`;
  return user.companyName ?? user.obligeeName ?? user.name;
}
