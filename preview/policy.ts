/** The headers of every answer: nothing from elsewhere is loaded, and nothing is sent elsewhere. */

/**
 * Fluent writes its rules with insertRule into style elements that are empty; this is the hash of their empty text.
 * No other inline style passes in the pane.
 */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** Where something is shown: the page itself, the task pane inside it, or another page of the add-in, such as a dialog. */
export type Place = 'page' | 'pane' | 'dialog';

const INLINE_STYLES: Readonly<Record<Place, string>> = {
  page: '',
  pane: ` ${EMPTY_STYLE}`,
  dialog: '',
};

/** What a page may load, and who may frame it. */
function contentSecurityPolicy(place: Place): string {
  const isFramed = place !== 'page';
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${INLINE_STYLES[place]}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    `frame-src ${isFramed ? "'none'" : "'self'"}`,
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${isFramed ? "'self'" : "'none'"}`,
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
