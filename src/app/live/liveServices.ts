/** The pane's services on functions in cells. */
import { onLiveState, setAutomatic, updateLive } from './liveState';
import type { LiveServices } from './types';
import { withFunctions } from './withFunctions';

export const liveServices: LiveServices = {
  watch: onLiveState,
  update: updateLive,
  setAutomatic: (isOn) => setAutomatic(isOn).catch(() => undefined),
  functions: async () => (await withFunctions()).functionServices,
};
