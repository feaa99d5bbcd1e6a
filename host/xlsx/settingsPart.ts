/**
 * Where the document settings lie in a file. Excel keeps them in the part of the add-in's web extension [doc: MS-OWEXML 2.2.3];
 * that part hangs on the package and on the add-in's store id, which the host does not know. The host reads such parts, and writes
 * the settings as a custom XML part of its own, so that no part of the user changes [unverified: Excel would not read them there].
 */
import { childrenNamed, child, escapeXml, xmlTree } from './xml';

/** The namespace of the host's settings part. */
export const SETTINGS_NAMESPACE = 'urn:practice-ledger:excel-host:settings';

/** The settings as XML: values are JSON. */
export function settingsXml(settings: ReadonlyMap<string, unknown>): string {
  const items = [...settings].map(
    ([key, value]) =>
      `<setting key="${escapeXml(JSON.stringify(key))}">${escapeXml(JSON.stringify(value ?? null))}</setting>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<settings xmlns="${SETTINGS_NAMESPACE}">${items.join('')}</settings>`;
}

/** Reads what settingsXml wrote. */
export function readSettings(part: string, text: string): Map<string, unknown> {
  const settings = new Map<string, unknown>();
  for (const { attributes, text: value } of childrenNamed(xmlTree(part, text), 'setting')) {
    settings.set(JSON.parse(attributes['key'] ?? '""') as string, JSON.parse(value) as unknown);
  }
  return settings;
}

/** The property bag of a web extension part: Excel writes the values as JSON. */
export function readWebExtension(part: string, text: string): Map<string, unknown> {
  const settings = new Map<string, unknown>();
  const properties = child(xmlTree(part, text), 'properties');
  for (const { attributes } of childrenNamed(properties, 'property')) {
    const { name, value } = attributes;
    if (name !== undefined) settings.set(name, jsonOrText(value ?? ''));
  }
  return settings;
}

function jsonOrText(value: string): unknown {
  try {
    return JSON.parse(value) as unknown;
  } catch {
    // Another add-in may have put plain text there.
    return value;
  }
}
