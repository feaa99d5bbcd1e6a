/** The headers of every answer: nothing from elsewhere is loaded, and nothing is sent elsewhere. */

/**
 * Fluent writes its rules with insertRule into style elements that are empty; this is the hash of their empty text.
 * No other inline style passes.
 */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** Who asks: the page itself, or the task pane inside it. */
export type Place = 'page' | 'pane';

/** What a page may load, and who may frame it. */
function contentSecurityPolicy(place: Place): string {
  const isPane = place === 'pane';
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${isPane ? ` ${EMPTY_STYLE}` : ''}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    `frame-src ${isPane ? "'none'" : "'self'"}`,
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${isPane ? "'self'" : "'none'"}`,
  ].join('; ');
}

/** The headers for one place. */
export function headersFor(place: Place): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(place),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    // The hash in the page is taken of a second reading of the same address: no cache may come between.
    'Cache-Control': 'no-store',
  };
}
