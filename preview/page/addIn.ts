/** The add-in in the task pane: its functions, its ribbon command, and proof of which bytes are running. */
import type { ExcelHost } from '../../host/index';

/** The metadata of custom functions, as the host takes it. */
type FunctionsMetadata = Parameters<ExcelHost['registerFunctions']>[0];

/** Registers the add-in's custom functions, where it has any. */
export async function registerFunctions(host: ExcelHost): Promise<void> {
  const answer = await fetch('/addin/functions.json');
  if (!answer.ok) return;
  const namespace = await functionsNamespace();
  host.registerFunctions((await answer.json()) as FunctionsMetadata, namespace);
}

/** The namespace that the manifest gives to the functions. */
async function functionsNamespace(): Promise<string | undefined> {
  const answer = await fetch('/addin/manifest.xml');
  if (!answer.ok) return undefined;
  const manifest = new DOMParser().parseFromString(await answer.text(), 'text/xml');
  const elements = Array.from(manifest.getElementsByTagName('*'));
  const id = elements.find((element) => element.localName === 'Namespace')?.getAttribute('resid');
  const named = elements.find((element) => element.getAttribute('id') === id);
  return id === null || id === undefined
    ? undefined
    : (named?.getAttribute('DefaultValue') ?? undefined);
}

/** A script of the add-in and the first 12 hex digits of its SHA-256. */
export interface ScriptHash {
  readonly name: string;
  readonly hash: string;
}

/** The hashes of the scripts that a pane has loaded from the built add-in. */
export async function loadedScripts(pane: Window): Promise<ScriptHash[]> {
  const entries = pane.performance.getEntriesByType('resource');
  const folder = `${location.origin}/addin/`;
  const names = new Set(
    entries
      .map(({ name }) => name.replace(/[?#].*$/, ''))
      .filter((name) => name.startsWith(folder) && name.endsWith('.js')),
  );
  return Promise.all(
    [...names].sort().map(async (address) => {
      const bytes = await (await fetch(address)).arrayBuffer();
      return { name: address.slice(folder.length), hash: await shortHash(bytes) };
    }),
  );
}

async function shortHash(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0'));
  return hex.join('').slice(0, 12);
}
