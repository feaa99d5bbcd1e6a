/** manifest.xml: what Excel's loader asks of it, checked without Microsoft's service. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '../../src/app/version';
import { functionSpecs } from '../../src/app/functionSpecs';
import { functionsMetadata } from '../../src/functions/metadata';

const root = join(__dirname, '../..');
const text = readFileSync(join(root, 'manifest.xml'), 'utf8');
const packageJson = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly version: string;
};

function all(pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found);
}

/** Elements directly below the first one of a name, in order. */
function childrenOf(name: string): string[] {
  const [, body = ''] = new RegExp(`<${name}[ >][^]*?>([^]*?)</${name}>`).exec(text) ?? [];
  const children: string[] = [];
  let depth = 0;
  for (const [tag, close, element = '', self] of body.matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>/g)) {
    if (tag.startsWith('<!--')) continue;
    if (close === '/') depth -= 1;
    else {
      if (depth === 0) children.push(element);
      if (self !== '/') depth += 1;
    }
  }
  return children;
}

describe('the manifest', () => {
  it('has its elements in the order of the schema', () => {
    expect(childrenOf('OfficeApp')).toEqual([
      'Id',
      'Version',
      'ProviderName',
      'DefaultLocale',
      'DisplayName',
      'Description',
      'IconUrl',
      'HighResolutionIconUrl',
      'SupportUrl',
      'Hosts',
      'Requirements',
      'DefaultSettings',
      'Permissions',
      'VersionOverrides',
    ]);
    const overrides = text.slice(text.indexOf('<VersionOverrides'));
    const order = ['<Runtimes>', '<AllFormFactors>', '<DesktopFormFactor>', '<Resources>'];
    const places = order.map((element) => overrides.indexOf(element));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it('asks for SharedRuntime 1.1 and ExcelApi 1.12, no more', () => {
    expect(all(/<Set Name="(\w+)"/g)).toEqual(['SharedRuntime', 'ExcelApi']);
    expect(all(/MinVersion="([\d.]+)"\/>/g)).toEqual(['1.1', '1.12']);
  });

  it('has one runtime, and its address is that of the pane, the functions and the commands', () => {
    expect(all(/<Runtime resid="([\w.]+)"/g)).toEqual(['Taskpane.Url']);
    expect(all(/<FunctionFile resid="([\w.]+)"/g)).toEqual(['Taskpane.Url']);
    expect(/<Page>\s*<SourceLocation resid="Taskpane.Url"/.test(text)).toBe(true);
    expect(/ShowTaskpane">\s*<SourceLocation resid="Taskpane.Url"/.test(text)).toBe(true);
    expect(text).not.toContain('TaskpaneId');
  });

  it('has no namespace, so that a user writes =NETCOLLECTION()', () => {
    expect(text).not.toContain('Namespace');
  });

  it('defines every resource that it names and names every one that it defines', () => {
    const named = all(/resid="([\w.]+)"/g);
    const defined = all(/<bt:(?:Image|Url|String) id="([\w.]+)"/g);
    expect(new Set(named)).toEqual(new Set(defined));
    expect(new Set(defined).size).toBe(defined.length);
    expect([...named, ...defined].filter((id) => id.length > 32)).toEqual([]);
  });

  it('has a button for each command that the code answers, and no other', () => {
    const code = readFileSync(join(root, 'src/commands/commands.ts'), 'utf8');
    const answered = [...code.matchAll(/actions\.associate\('(\w+)'/g)].map(([, name]) => name);
    const asked = all(/<FunctionName>(\w+)</g);
    expect([...asked].sort()).toEqual(answered.sort());
    expect(asked).toContain('closePeriod');
    const ids = all(/<Control xsi:type="Button" id="([\w.]+)"/g);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('keeps texts within their lengths', () => {
    const strings = (element: string): string[] =>
      all(new RegExp(`<${element}>([^]*?)</${element}>`, 'g')).flatMap((part) =>
        [...part.matchAll(/DefaultValue="([^"]*)"/g)].map(([, value = '']) => value),
      );
    expect(strings('bt:ShortStrings').filter(({ length }) => length > 125)).toEqual([]);
    expect(strings('bt:LongStrings').filter(({ length }) => length > 250)).toEqual([]);
    expect(all(/<DisplayName DefaultValue="([^"]*)"/g)[0]?.length).toBeLessThanOrEqual(125);
    expect(all(/<Description DefaultValue="([^"]*)"/g)[0]?.length).toBeLessThanOrEqual(250);
  });

  it('has a GUID and the version of the package', () => {
    expect(/<Id>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}<\/Id>/.test(text)).toBe(true);
    expect(all(/<Version>([\d.]+)</g)).toEqual([`${packageJson.version}.0`]);
    expect(version).toBe(packageJson.version);
  });

  it('loads from one secure place, and its icons are there in their sizes', () => {
    const addresses = all(/DefaultValue="(http[^"]*)"/g);
    expect(new Set(addresses.map((address) => new URL(address).origin))).toEqual(
      new Set(['https://localhost:3000']),
    );
    const icons = addresses.filter((address) => address.endsWith('.png'));
    expect(icons.length).toBeGreaterThan(3);
    for (const icon of icons) {
      const path = join(root, new URL(icon).pathname);
      expect(existsSync(path)).toBe(true);
      const size = Number(/icon-(\d+)/.exec(icon)?.[1]);
      const png = readFileSync(path);
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
    }
  });
});

describe('the manifest of an address', () => {
  // webpack.config.js is CommonJS without types.
  const { manifestFor } = jest.requireActual<{ manifestFor: (address: string) => string }>(
    '../../webpack.config.js',
  );

  it('names no other address, and has an id of its own', () => {
    const served = manifestFor('https://ledger.example.org/app/');
    expect(served).not.toContain('localhost');
    expect(served).toContain('https://ledger.example.org/app/taskpane.html');
    expect(/<Id>(.*)<\/Id>/.exec(served)?.[1]).not.toBe(/<Id>(.*)<\/Id>/.exec(text)?.[1]);
  });

  it.each(['http://ledger.example.org/', 'https://ledger.example.org/app', 'ledger'])(
    'refuses %s',
    (address) => {
      expect(() => manifestFor(address)).toThrow('https://');
    },
  );
});

describe('the functions', () => {
  const metadata = JSON.parse(
    readFileSync(join(root, 'src/functions/functions.json'), 'utf8'),
  ) as unknown;

  it('are told to Excel as the code has them', () => {
    expect(metadata).toEqual(functionsMetadata());
  });

  it('have names of their own: long enough, no cell, not one of Excel', () => {
    for (const { name } of functionSpecs) {
      expect(name).toMatch(/^[A-Z]{3,}$/);
      // A cell reference is up to three letters and a number; R1C1 and names with digits are out.
      expect(name.length).toBeGreaterThan(3);
    }
    expect(new Set(functionSpecs.map(({ name }) => name)).size).toBe(functionSpecs.length);
  });
});
