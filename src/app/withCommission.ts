/** The code that settles commissions for functions, which is loaded when the first cell asks for it. */
import type { MakeCommissionIndex } from '../engine/commission/commissionIndex';
import { HostFailure } from '../excel/hostFailure';

export async function withCommission(): Promise<MakeCommissionIndex> {
  try {
    const code = await import(
      /* webpackChunkName: "settle" */ '../engine/commission/commissionIndex'
    );
    return code.commissionIndex;
  } catch (error) {
    throw new HostFailure(
      'CommissionNotLoaded',
      `the part of Practice Ledger that settles commissions could not be loaded (${String(error)})`,
      'Check the connection, then press Refresh.',
    );
  }
}
