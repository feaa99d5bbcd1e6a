/** Answers the preview's addresses. Nothing but GET, and nothing that is not named here. */
import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import { dirname, join } from 'node:path';
import { fileBelow, typeOf } from './files';
import { bridged } from './paneHtml';
import { headersFor, type Place } from './policy';
import { listSamples } from './samples';

/** Where the preview takes its files from. */
export interface Sources {
  /** The built add-in. */
  readonly addIn: string;
  readonly samples: string;
  /** The preview's own bundle, by name. */
  readonly bundle: ReadonlyMap<string, Uint8Array>;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: Uint8Array | string;
  readonly place: Place;
}

/** A server for the preview; the caller lets it listen, on 127.0.0.1 alone. */
export function previewServer(sources: Sources): Server {
  return createServer((request, response) => {
    answer(sources, request).then(
      (found) => {
        send(request, response, found);
      },
      (failure: unknown) => {
        send(request, response, text(500, String(failure)));
      },
    );
  });
}

function send(request: IncomingMessage, response: ServerResponse, found: Answer): void {
  const headers: OutgoingHttpHeaders = { ...headersFor(found.place), 'Content-Type': found.type };
  if (found.status === 405) headers['Allow'] = 'GET, HEAD';
  response.writeHead(found.status, headers);
  response.end(request.method === 'HEAD' ? undefined : found.body);
}

function text(status: number, body: string): Answer {
  return { status, type: 'text/plain; charset=utf-8', body, place: 'pane' };
}

async function answer(sources: Sources, request: IncomingMessage): Promise<Answer> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return text(405, 'Only GET.');
  // A page elsewhere whose name resolves to this machine must not read what is served here.
  if (!/^(?:localhost|127\.0\.0\.1)(?::\d+)?$/.test(request.headers.host ?? '')) {
    return text(421, 'The preview is at http://localhost only.');
  }
  const path = pathOf(request.url ?? '/');
  if (path === undefined) return text(400, 'No such address.');
  return (await route(sources, path)) ?? text(404, `There is nothing at ${path}.`);
}

/** The decoded path of an address; undefined where it cannot be decoded or climbs. */
function pathOf(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/s, ''));
    return path.startsWith('/') && !path.split(/[/\\]/).includes('..') ? path : undefined;
  } catch {
    return undefined;
  }
}

async function route(sources: Sources, path: string): Promise<Answer | undefined> {
  if (path === '/')
    return found('index.html', await fileBelow(join(__dirname, 'page'), 'index.html'), 'page');
  if (path === '/favicon.ico')
    return { status: 204, type: 'image/x-icon', body: '', place: 'page' };
  const [, folder = '', rest = ''] = /^\/([^/]+)\/(.+)$/s.exec(path) ?? [];
  switch (folder) {
    case 'preview':
      return found(rest, sources.bundle.get(rest), 'page');
    case 'addin':
      return addInFile(sources.addIn, rest);
    case 'office':
      return found(rest, await fileBelow(officeFolder(), rest), 'pane');
    case 'samples':
      return sampleFile(sources.samples, rest);
    default:
      return undefined;
  }
}

function found(name: string, body: Uint8Array | undefined, place: Place): Answer | undefined {
  return body && { status: 200, type: typeOf(name), body, place };
}

async function addInFile(folder: string, name: string): Promise<Answer | undefined> {
  const bytes = await fileBelow(folder, name);
  if (name !== 'taskpane.html')
    return found(name, bytes, name.endsWith('.html') ? 'dialog' : 'pane');
  if (bytes === undefined) {
    return text(404, 'The add-in is not built: dist/taskpane.html is missing.');
  }
  const body = bridged(bytes.toString('utf8'));
  return { status: 200, type: typeOf(name), body, place: 'pane' };
}

async function sampleFile(folder: string, name: string): Promise<Answer | undefined> {
  if (name === 'index.json') {
    const body = JSON.stringify(await listSamples(folder));
    return { status: 200, type: typeOf(name), body, place: 'page' };
  }
  if (name.includes('/') || !name.endsWith('.xlsx')) return undefined;
  return found(name, await fileBelow(folder, name), 'page');
}

function officeFolder(): string {
  return join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');
}
