/** Digests of rows against Node's own SHA-256. */
import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { sha256 } from '../../src/core/sha256';
import { holds } from '../support/law';

const byNode = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

it('is SHA-256 of any text', () => {
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string());
  holds(text, (one) => {
    expect(sha256(one)).toBe(byNode(one));
  });
});

it('at the ends of blocks, and of half a pair', () => {
  for (const length of [0, 1, 54, 55, 56, 57, 63, 64, 65, 119, 120, 1000]) {
    expect(sha256('é'.repeat(length))).toBe(byNode('é'.repeat(length)));
    expect(sha256('a'.repeat(length))).toBe(byNode('a'.repeat(length)));
  }
  expect(sha256('\ud800')).toBe(byNode('\ud800'));
});
