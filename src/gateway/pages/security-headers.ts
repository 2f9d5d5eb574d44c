/** What a page may load and run: nothing but what this server itself serves, and nobody may frame it. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  // The code editor and the map start workers from blobs.
  "worker-src 'self' blob:",
  // The code editor writes its colours and measures into style elements.
  "style-src 'self' 'unsafe-inline'",
  // The code editor carries its icons as a font inside its style sheet.
  "font-src 'self' data:",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers that every answer of the page room carries. */
export const headersOfEveryFile: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/** Headers that a page carries besides. */
export const headersOfPages: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  // For browsers that do not know frame-ancestors.
  'X-Frame-Options': 'DENY',
};
