/** How alike two headers are: their words, with the short forms that exports use written out. */

const HEADER_MAX = 256;

/** Short forms of practice systems and what each stands for. */
const longForms = new Map<string, readonly string[]>(
  Object.entries({
    acct: 'account',
    adj: 'adjustment',
    adjs: 'adjustment',
    adjustments: 'adjustment',
    amounts: 'amount',
    amt: 'amount',
    cat: 'category',
    chg: 'charge',
    chrg: 'charge',
    charges: 'charge',
    clm: 'claim',
    desc: 'description',
    doc: 'provider',
    doctor: 'provider',
    dos: 'service date',
    dr: 'provider',
    dt: 'date',
    ins: 'insurance',
    inv: 'invoice',
    loc: 'location',
    nbr: 'number',
    no: 'number',
    num: 'number',
    pat: 'patient',
    payments: 'payment',
    pmt: 'payment',
    pmts: 'payment',
    pymt: 'payment',
    proc: 'procedure',
    prov: 'provider',
    pt: 'patient',
    qty: 'quantity',
    ref: 'reference',
    refunds: 'refund',
    serv: 'service',
    svc: 'service',
    tran: 'transaction',
    trans: 'transaction',
    trx: 'transaction',
    txn: 'transaction',
    writeoff: 'write off',
  }).map(([short, long]) => [short, long.split(' ')]),
);

/** The words of a header: `pmtAmt` and `Pmt. Amt` are payment and amount. */
export function wordsOf(header: string): readonly string[] {
  const apart = header
    .slice(0, HEADER_MAX)
    .normalize('NFKC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replaceAll('#', ' number ')
    .toLowerCase();
  const words = apart.split(/[^\p{L}\p{N}+]+/u).filter((word) => word !== '');
  return words.flatMap((word) => longForms.get(word) ?? [word]);
}

/** 1 for the same words in any order, 0 for none in common (twice the common ones by all). */
export function likeness(one: string, other: string): number {
  const [a, b] = [new Set(wordsOf(one)), new Set(wordsOf(other))];
  if (a.size + b.size === 0) return 0;
  const common = [...a].filter((word) => b.has(word)).length;
  return (2 * common) / (a.size + b.size);
}
