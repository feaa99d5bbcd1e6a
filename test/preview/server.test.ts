/** The preview's server: what it answers, and what it refuses. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { scriptHashes } from '../../preview/bundle';
import { bridged } from '../../preview/paneHtml';
import {
  ROOT,
  startPreview,
  temporaryFolder,
  writeFakeAddIn,
  type RunningPreview,
} from './support/preview';

const folder = temporaryFolder();
const dist = join(folder.path, 'dist');
let preview: RunningPreview;

beforeAll(async () => {
  mkdirSync(dist);
  writeFakeAddIn(dist);
  writeFileSync(join(folder.path, 'outside.txt'), 'not for anyone');
  preview = await startPreview(dist);
});

afterAll(async () => {
  await preview.close();
  folder.remove();
});

interface Raw {
  readonly status: number;
  readonly body: string;
}

/** Asks for a path as it is written: fetch would tidy it first. */
async function raw(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Raw> {
  const { port } = new URL(preview.address);
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      let body = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => (body += part));
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 0, body });
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}

it('serves the files of the add-in byte for byte', async () => {
  const served = Buffer.from(
    await (await fetch(`${preview.address}/addin/taskpane.js`)).arrayBuffer(),
  );
  expect(served.equals(readFileSync(join(dist, 'taskpane.js')))).toBe(true);
});

it('changes the page of the task pane in one place only: where office.js comes from', async () => {
  const served = await (await fetch(`${preview.address}/addin/taskpane.html`)).text();
  const shipped = readFileSync(join(dist, 'taskpane.html'), 'utf8');
  const tag = '<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>';
  const [before, after] = shipped.split(tag);
  expect(served).toBe(
    `${before}<script src="/preview/bridge.js"></script><script src="/office/office.js"></script>${after}`,
  );
});

it.each([
  ['none', '<html></html>'],
  [
    'two',
    '<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>'.repeat(2),
  ],
])('refuses a page with %s office.js', (_, html) => {
  expect(() => bridged(html)).toThrow('not once');
});

it('serves the office.js of the package', async () => {
  const answer = await fetch(`${preview.address}/office/office.js`);
  expect(answer.headers.get('content-type')).toContain('text/javascript');
  const file = join(ROOT, 'node_modules/@microsoft/office-js/dist/office.js');
  expect(await answer.text()).toBe(readFileSync(file, 'utf8'));
});

it('lists the samples with the name of their practice, as their notes have them', async () => {
  const answer = await fetch(`${preview.address}/samples/index.json`);
  expect(await answer.json()).toEqual([
    {
      name: 'veterinary-quarter.xlsx',
      title: 'Cedar Grove Animal Hospital, January to March 2024',
    },
    { name: 'aesthetic-month.xlsx', title: 'Ember & Willow Aesthetics, May and June 2024' },
    { name: 'chiropractic-claims.xlsx', title: 'Larkspur Lane Chiropractic, April to June 2024' },
    { name: 'dental-quarter.xlsx', title: 'Maple Hollow Dental, July to September 2024' },
    { name: 'orthodontic-trail.xlsx', title: 'Juniper Bend Orthodontics, January to March 2025' },
  ]);
});

it.each([
  '/addin/../outside.txt',
  '/addin/%2e%2e/outside.txt',
  '/addin/..%2foutside.txt',
  '/addin/..%5coutside.txt',
  '/addin/%2fetc/passwd',
  '/samples/../package.json',
  '/samples/make.ts',
  '/office/../package.json',
  '/addin/%00',
  '/addin/%',
  '/addin/',
  '/addin',
  '/preview/',
  '/samples/',
  '/package.json',
])('gives nothing for %s', async (path) => {
  const { status, body } = await raw(path);
  expect([400, 404]).toContain(status);
  expect(body).not.toContain('not for anyone');
});

it('does not follow a link out of a folder', async () => {
  symlinkSync(join(folder.path, 'outside.txt'), join(dist, 'linked.txt'));
  expect((await raw('/addin/linked.txt')).status).toBe(404);
});

it('answers GET alone, and only where it is called localhost', async () => {
  expect((await raw('/', {}, 'POST')).status).toBe(405);
  expect((await raw('/', { Host: 'ledger.example' })).status).toBe(421);
  expect((await raw('/', {}, 'HEAD')).body).toBe('');
});

it.each(['/', '/addin/taskpane.html', '/addin/taskpane.js', '/nothing'])(
  'sends a strict policy with %s',
  async (path) => {
    const { headers } = await fetch(preview.address + path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self';");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  },
);

it('says that the add-in is not built where it is not', async () => {
  const empty = await startPreview(join(folder.path, 'nowhere'));
  try {
    const answer = await fetch(`${empty.address}/addin/taskpane.html`);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('not built');
  } finally {
    await empty.close();
  }
});

it('hashes the scripts of the add-in', async () => {
  const hash = createHash('sha256')
    .update(readFileSync(join(dist, 'taskpane.js')))
    .digest('hex');
  expect(await scriptHashes(dist)).toEqual(new Map([['taskpane.js', hash.slice(0, 12)]]));
});

describe('npm run preview', () => {
  const words = ['--import', 'tsx', join(ROOT, 'preview', 'server.ts'), '--no-build'];

  it('prints where the page is, and the hashes of the scripts', async () => {
    const server = spawn(process.execPath, [...words, '--port', '0'], { cwd: ROOT });
    try {
      let printed = '';
      for await (const part of server.stdout) {
        printed += String(part);
        if (/the page shows the same:[^]*\n\n/.test(printed)) break;
      }
      const [address] = /http:\/\/localhost:\d+/.exec(printed)!;
      expect(await (await fetch(address)).text()).toContain('a stand-in for Excel');
      for (const [name, hash] of await scriptHashes(join(ROOT, 'dist'))) {
        expect(printed).toContain(`  ${hash}  ${name}\n`);
      }
    } finally {
      server.kill();
    }
  });

  it.each([
    [['--port', 'x'], '"x" is not a port.'],
    [['--port', '70000'], '"70000" is not a port.'],
  ])('refuses %j in a sentence', (given, sentence) => {
    const run = spawnSync(process.execPath, [...words, ...given], { cwd: ROOT, encoding: 'utf8' });
    expect([run.status, run.stderr.trim()]).toEqual([1, sentence]);
  });
});
