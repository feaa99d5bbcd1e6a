/** Whether Office has a dark theme; where Office does not say, whether the system has. */
export function isDarkTheme(): boolean {
  const context: { readonly officeTheme?: { readonly isDarkTheme?: boolean } } = Office.context;
  return context.officeTheme?.isDarkTheme ?? matchMedia('(prefers-color-scheme: dark)').matches;
}
