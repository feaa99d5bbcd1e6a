/** Gives the task pane the theme of the page around it. */

export interface PaneTheme {
  isDark(): boolean;
  /** Calls back whenever it changes. */
  onChange(changed: () => void): void;
}

/** Colours of the dark and of the colourful theme of Office, as numbers [unverified]. */
const DARK = {
  bodyBackgroundColor: 0x26_26_26,
  bodyForegroundColor: 0xf0_f0_f0,
  controlBackgroundColor: 0x36_36_36,
  controlForegroundColor: 0xf0_f0_f0,
};

interface OfficeControl {
  GetContext(): object;
}

/**
 * As the colours that Office tells, and as what the system prefers: a pane looks there where Office says no more than
 * colours. A frame does not take over the scheme of the page around it, so its question is answered here.
 */
export function followTheme(window: Window, theme: PaneTheme): void {
  const control = Reflect.get(window, 'external') as unknown as OfficeControl;
  const context = control.GetContext() as { GetOfficeThemeInfo(): string };
  const light = context.GetOfficeThemeInfo();
  const themed = {
    ...context,
    GetOfficeThemeInfo: () => (theme.isDark() ? JSON.stringify(DARK) : light),
  };
  Object.defineProperty(window, 'external', {
    value: { ...control, GetContext: () => themed },
    configurable: true,
  });

  const asked = window.matchMedia.bind(window);
  window.matchMedia = (query) => {
    const answer = asked(query);
    if (!/prefers-color-scheme:\s*dark/.test(query)) return answer;
    Object.defineProperty(answer, 'matches', { get: () => theme.isDark() });
    theme.onChange(() => {
      answer.dispatchEvent(new Event('change'));
    });
    return answer;
  };
}
