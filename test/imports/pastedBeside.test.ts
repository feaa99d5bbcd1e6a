/** Exports that were pasted beside each other, each as it came. */
import { grid, readImport } from './readImports';

it('a table whose header stands lower, under a banner of its own, is read beside another', async () => {
  const read = await readImport({
    Paste: grid(`
      Charge ID | Service Date | Provider | Amount |  | Receipts of the desk |              |      |
      C1        | 2024-03-05   | Adams    | 65.00  |  | Printed at noon      |              |      |
      C2        | 2024-03-06   | Baker    | 80.00  |  | Payment ID           | Payment Date | Type    | Amount
      C3        | 2024-03-07   | Baker    | 12.50  |  | P1                   | 2024-03-08   | Payment | 50.00
                |              |          |        |  | P2                   | 2024-03-09   | Payment | 20.00
    `),
  });
  expect(read.rows('Charges', 'Charge ID, Provider, Amount')).toEqual([
    'C1 | Adams | 65.00',
    'C2 | Baker | 80.00',
    'C3 | Baker | 12.50',
  ]);
  expect(read.rows('Payments', 'Payment ID, Amount')).toEqual(['P1 | 50.00', 'P2 | 20.00']);
  expect(read.equations).toEqual([
    "Charges 'Paste' 3 = 3 + 0 + 0",
    "Payments 'Paste' 2 = 2 + 0 + 0",
  ]);
  expect(read.told).toEqual([]);
});
