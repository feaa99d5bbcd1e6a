/** Application, its culture, the worksheet functions and the runtime. */
import { dateFunction } from '../model/dates';
import { HostObject } from '../protocol/hostObject';
import { choice, flag, number } from './args';
import type { ApiScope } from './scope';

const MODES = ['Automatic', 'AutomaticExceptTables', 'Manual'] as const;

export class ApplicationObject extends HostObject {
  readonly className = 'Application';

  constructor(private readonly scope: ApiScope) {
    super();
  }

  get CalculationMode(): string {
    return this.scope.workbook.calc.manual ? 'Manual' : 'Automatic';
  }

  set CalculationMode(value: unknown) {
    this.scope.workbook.calc.manual = choice(value, MODES) === 'Manual';
  }

  /** Pending while formulas wait for calculation, Calculating while custom functions do [doc: Excel.CalculationState]. */
  get CalculationState(): string {
    const { calc } = this.scope.workbook;
    if (calc.callsOut.length > 0) return 'Calculating';
    return calc.manual && calc.isPending ? 'Pending' : 'Done';
  }

  get CalculationEngineVersion(): number {
    return 191_029;
  }

  get DecimalSeparator(): string {
    return '.';
  }

  get ThousandsSeparator(): string {
    return ',';
  }

  get UseSystemSeparators(): boolean {
    return true;
  }

  get CultureInfo(): CultureInfoObject {
    return new CultureInfoObject();
  }

  Calculate(type: unknown): void {
    const { calc } = this.scope.workbook;
    if (choice(type, ['Recalculate', 'Full', 'FullRebuild']) !== 'Recalculate') calc.recalculate();
    calc.calculate();
  }

  /** Values are calculated when they are read, so there is nothing to suspend. */
  SuspendApiCalculationUntilNextSync(): void {
    this.scope.noteSuspended('calculation');
  }

  /** The host draws nothing while a request runs. */
  SuspendScreenUpdatingUntilNextSync(): void {
    this.scope.noteSuspended('screen');
  }
}

/** English (US): the host reads and shows text as that Excel does. */
class CultureInfoObject extends HostObject {
  readonly className = 'CultureInfo';

  get Name(): string {
    return 'en-US';
  }

  get NumberFormat(): NumberFormatInfoObject {
    return new NumberFormatInfoObject();
  }

  get DatetimeFormat(): DatetimeFormatInfoObject {
    return new DatetimeFormatInfoObject();
  }
}

class NumberFormatInfoObject extends HostObject {
  readonly className = 'NumberFormatInfo';

  get NumberDecimalSeparator(): string {
    return '.';
  }

  get NumberGroupSeparator(): string {
    return ',';
  }
}

class DatetimeFormatInfoObject extends HostObject {
  readonly className = 'DatetimeFormatInfo';

  get DateSeparator(): string {
    return '/';
  }

  get ShortDatePattern(): string {
    return 'M/d/yyyy';
  }

  get LongDatePattern(): string {
    return 'dddd, MMMM d, yyyy';
  }

  get TimeSeparator(): string {
    return ':';
  }

  get LongTimePattern(): string {
    return 'h:mm:ss tt';
  }
}

/** Worksheet functions: DATE alone, by which the add-in tells the date system of the workbook. */
export class FunctionsObject extends HostObject {
  readonly className = 'Functions';

  constructor(private readonly scope: ApiScope) {
    super();
  }

  Date(year: unknown, month: unknown, day: unknown): FunctionResultObject {
    const { date1904 } = this.scope.workbook;
    const serial = dateFunction(number(year), number(month), number(day), date1904);
    return new FunctionResultObject(serial);
  }
}

class FunctionResultObject extends HostObject {
  readonly className = 'FunctionResult';

  constructor(private readonly result: number | undefined) {
    super();
  }

  get Value(): number | null {
    return this.result ?? null;
  }

  get Error(): string | null {
    return this.result === undefined ? '#NUM!' : null;
  }
}

export class RuntimeObject extends HostObject {
  readonly className = 'Runtime';

  constructor(private readonly scope: ApiScope) {
    super();
  }

  get EnableEvents(): boolean {
    return this.scope.eventsEnabled;
  }

  set EnableEvents(value: unknown) {
    this.scope.eventsEnabled = flag(value);
  }
}
