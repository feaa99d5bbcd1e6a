/** The one change to what ships: the task pane's page loads office.js from here, behind the bridge to the stand-in. */

const OFFICE =
  /<script\b[^>]*\bsrc=(["']?)https:\/\/appsforoffice\.microsoft\.com\/lib\/1(?:\.1)?\/hosted\/office\.js\1(?:\s[^>]*)?><\/script>/gi;

const BRIDGED =
  '<script src="/preview/bridge.js"></script><script src="/office/office.js"></script>';

/** The page with its office.js replaced; throws where it does not load it exactly once. */
export function bridged(html: string): string {
  const found = [...html.matchAll(OFFICE)].length;
  if (found !== 1) throw new Error(`taskpane.html loads office.js ${found} times, not once.`);
  return html.replace(OFFICE, BRIDGED);
}
