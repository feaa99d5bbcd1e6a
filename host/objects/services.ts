/** The services beside the workbook that the library of an add-in calls. */
import type { CustomFunctions } from '../functions/customFunctions';
import { choice } from './args';
import { HostObject } from '../protocol/hostObject';

/** Where the runtime of custom functions reports to [code: custom-functions-runtime CustomFunctions.newObject]. */
export class CustomFunctionsObject extends HostObject {
  readonly className = 'CustomFunctions';

  constructor(private readonly functions: CustomFunctions) {
    super();
  }

  SetInvocationResults(results: unknown): void {
    this.functions.answer(results);
  }

  SetInvocationArrayResults(results: unknown): void {
    this.functions.answer(results);
  }

  _SetOsfControlContainerReadyForCustomFunctions(): void {
    this.functions.ready();
  }

  /** 1 slices what is too large, 2 sends every 200 ms instead of every 500, 4 caps that time [code: isFeatureEnabled; unverified: which of them Excel switches on]. */
  _GetEnabledFeatures(): readonly number[] {
    return [1, 2, 4];
  }
}

/** Where the library says that it can run actions [code: Office.js actionProxy]. */
export class AddinInternalServiceObject extends HostObject {
  readonly className = 'AddinInternalService';

  constructor(private readonly ready: () => void) {
    super();
  }

  NotifyActionHandlerReady(): void {
    this.ready();
  }
}

/** Whether Excel loads the add-in when the workbook is opened [code: Office.addin.setStartupBehavior]. */
export class AppRuntimePersistenceObject extends HostObject {
  readonly className = 'AppRuntimePersistenceService';

  constructor(private readonly state: { startsWithWorkbook: boolean }) {
    super();
  }

  SetAppRuntimeStartState(state: unknown): void {
    this.state.startsWithWorkbook = state !== 'Inactive';
  }

  GetAppRuntimeStartState(): string {
    return this.state.startsWithWorkbook ? 'Background' : 'Inactive';
  }
}

/** Whether the pane is in view [code: Office.addin.showAsTaskpane and hide]. */
export class AppRuntimeObject extends HostObject {
  readonly className = 'AppRuntimeService';
  private state = 'Visible';

  constructor(private readonly show: (isShown: boolean) => void) {
    super();
  }

  SetAppRuntimeState(state: unknown): void {
    this.state = choice(state, ['Visible', 'Background']);
    this.show(state === 'Visible');
  }

  GetAppRuntimeState(): string {
    return this.state;
  }
}
