/** `npm run serve`: serves dist at https://localhost:3000, where the manifest looks for it. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileBelow, typeOf } from '../preview/files';

const PORT = 3000;
const DIST = join(__dirname, '../dist');
/** Where Microsoft's tool puts the certificate that this machine trusts. */
const CERTIFICATES = join(homedir(), '.office-addin-dev-certs');

function certificate(): { key: Buffer; cert: Buffer } {
  const [key, cert] = ['localhost.key', 'localhost.crt'].map((name) => join(CERTIFICATES, name));
  if (key === undefined || cert === undefined || !existsSync(key) || !existsSync(cert)) {
    throw new Error(
      'There is no certificate for localhost. Make one: npx office-addin-dev-certs@3.0.0 install',
    );
  }
  return { key: readFileSync(key), cert: readFileSync(cert) };
}

function start(): void {
  if (!existsSync(join(DIST, 'taskpane.html'))) {
    throw new Error('The add-in is not built. Build it: npm run build');
  }
  const server = createServer(certificate(), (request, response) => {
    // File names of the add-in need no decoding.
    const path = (request.url ?? '/').replace(/[?#].*$/s, '').slice(1);
    void fileBelow(DIST, path).then((bytes) => {
      response.writeHead(bytes === undefined ? 404 : 200, {
        'Content-Type': bytes === undefined ? 'text/plain' : typeOf(path),
        'X-Content-Type-Options': 'nosniff',
      });
      response.end(bytes ?? `There is nothing at /${path}.`);
    });
  });
  server.listen(PORT, '127.0.0.1', () => {
    process.stdout.write(`The add-in is at https://localhost:${PORT}; leave this running.\n`);
  });
}

try {
  start();
} catch (failure) {
  process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
  process.exitCode = 1;
}
