import { createHash } from "node:crypto";

/** The headers that every answer has; a page brings its own Content-Security-Policy. */
export function securityHeaders(policy: string): Record<string, string> {
  return {
    "content-security-policy": policy,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
  };
}

/** How a policy names the text of one inline script or style. */
export function sourceHash(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** For every page: no plugin, no frame around it, no form, no other base. */
export const pagePolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
