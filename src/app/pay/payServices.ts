/** The pane's services on closed pay periods; what they need is loaded with the reports. */
import { failed } from '../paneRun';
import { withPart } from '../withReports';
import type * as Pay from './pay';
import type { PayServices, PayTold } from './types';

export const payServices: PayServices = {
  look: async () => {
    try {
      return { kind: 'done', state: await (await withPay()).look() };
    } catch (error) {
      return failed(error);
    }
  },
  close: (settings) => asTold(async () => (await withPay()).close(settings)),
  reopen: (reason) => asTold(async () => (await withPay()).reopen(reason)),
};

async function asTold(work: () => Promise<PayTold>): Promise<PayTold> {
  try {
    return await work();
  } catch (error) {
    const { message, fix } = failed(error);
    return { isDone: false, words: message, fix };
  }
}

function withPay(): Promise<typeof Pay> {
  return withPart(({ loadPay }) => loadPay());
}
