/**
 * The tests open what we wrote in LibreOffice. Where it is missing and apt-get may install it
 * (Debian, as root), it is installed; elsewhere the tests that need it say so and fail.
 */
import { spawnSync } from 'node:child_process';

const runs = (command, words) => spawnSync(command, words, { stdio: 'ignore' }).status === 0;

if (!runs('soffice', ['--version']) && process.getuid?.() === 0 && runs('apt-get', ['--version'])) {
  console.log('Installing LibreOffice Calc for the tests that recalculate workbooks …');
  const packages = ['libreoffice-calc', 'fonts-liberation', 'poppler-utils'];
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  spawnSync('apt-get', install, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
