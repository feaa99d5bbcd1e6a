/**
 * The tests open what we wrote in LibreOffice and use the pane in Chromium. Where one of them is missing
 * and apt-get may install it (Debian, as root), it is installed; elsewhere the tests that need it fail
 * and say so.
 */
import { spawnSync } from 'node:child_process';

const runs = (command, words) => spawnSync(command, words, { stdio: 'ignore' }).status === 0;

const programs = [
  ['soffice', ['libreoffice-calc', 'fonts-liberation']],
  ['chromium', ['chromium', 'fonts-liberation']],
];
const packages = programs
  .filter(([program]) => !runs(program, ['--version']))
  .flatMap(([, names]) => names);

if (packages.length > 0 && process.getuid?.() === 0 && runs('apt-get', ['--version'])) {
  console.log(`Installing for the tests: ${packages.join(', ')} …`);
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  spawnSync('apt-get', install, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
