/** SHA-256 (FIPS 180-4) of short texts, at once: a digest by which a row is known again without its words. */

/** The first 32 bits of the parts of the square and cube roots of the first primes. */
const START = fractions(8, 2);
const ROUNDS = fractions(64, 3);

function fractions(count: number, root: 2 | 3): Int32Array {
  const found = new Int32Array(count);
  for (let candidate = 2, place = 0; place < count; candidate++) {
    if (!isPrime(candidate)) continue;
    found[place++] = Number(rootBits(BigInt(candidate), root) & 0xffffffffn) | 0;
  }
  return found;
}

function isPrime(candidate: number): boolean {
  for (let divisor = 2; divisor * divisor <= candidate; divisor++) {
    if (candidate % divisor === 0) return false;
  }
  return true;
}

/** The root times 2^32, cut: the largest whole number whose power is no more than `of` shifted. */
function rootBits(of: bigint, root: 2 | 3): bigint {
  const target = of << (32n * BigInt(root));
  let bits = 0n;
  for (let bit = 1n << 37n; bit > 0n; bit >>= 1n) {
    const next = bits | bit;
    if (next ** BigInt(root) <= target) bits = next;
  }
  return bits;
}

/** The digest of a text in UTF-8, as 64 hexadecimal digits. */
export function sha256(text: string): string {
  const bytes = padded(utf8(text));
  const state = Int32Array.from(START);
  const words = new Int32Array(64);
  for (let block = 0; block < bytes.length; block += 64) addBlock(state, words, bytes, block);
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

function addBlock(state: Int32Array, words: Int32Array, bytes: Uint8Array, block: number): void {
  for (let t = 0; t < 16; t++) {
    const place = block + 4 * t;
    words[t] =
      (bytes[place]! << 24) |
      (bytes[place + 1]! << 16) |
      (bytes[place + 2]! << 8) |
      bytes[place + 3]!;
  }
  for (let t = 16; t < 64; t++) {
    const early = words[t - 15]!;
    const late = words[t - 2]!;
    const low = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
    const high = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    words[t] = words[t - 16]! + low + words[t - 7]! + high;
  }
  addRounds(state, words);
}

function addRounds(state: Int32Array, words: Int32Array): void {
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  let e = state[4]!;
  let f = state[5]!;
  let g = state[6]!;
  let h = state[7]!;
  for (let t = 0; t < 64; t++) {
    const high = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const first = (h + high + ((e & f) ^ (~e & g)) + ROUNDS[t]! + words[t]!) | 0;
    const low = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const second = (low + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  state[0] = state[0]! + a;
  state[1] = state[1]! + b;
  state[2] = state[2]! + c;
  state[3] = state[3]! + d;
  state[4] = state[4]! + e;
  state[5] = state[5]! + f;
  state[6] = state[6]! + g;
  state[7] = state[7]! + h;
}

function turned(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

/** A bit of 1, zeros, and the length in bits: whole blocks of 64 bytes. */
function padded(bytes: readonly number[]): Uint8Array {
  const blocks = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  blocks.set(bytes);
  blocks[bytes.length] = 0x80;
  const bits = bytes.length * 8;
  for (let byte = 0; byte < 6; byte++) {
    blocks[blocks.length - 1 - byte] = Math.floor(bits / 2 ** (8 * byte)) % 256;
  }
  return blocks;
}

function utf8(text: string): number[] {
  const bytes: number[] = [];
  for (const letter of text) {
    const point = letter.codePointAt(0) ?? 0;
    // Half of a pair alone stands for no letter.
    const code = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) {
      bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    } else {
      bytes.push(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 63),
        0x80 | ((code >> 6) & 63),
        0x80 | (code & 63),
      );
    }
  }
  return bytes;
}
