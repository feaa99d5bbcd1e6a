/** What the workbook keeps for the add-in: a text under a key, saved with the file. */

/** The text under a key; undefined where there is none. */
export async function readSetting(
  context: Excel.RequestContext,
  key: string,
): Promise<string | undefined> {
  const setting = context.workbook.settings.getItemOrNullObject(key);
  setting.load('value');
  await context.sync();
  if (setting.isNullObject) return undefined;
  const value: unknown = setting.value;
  return typeof value === 'string' ? value : undefined;
}

/** Keeps a text under a key, in place of the one that was there. */
export async function writeSetting(
  context: Excel.RequestContext,
  key: string,
  value: string,
): Promise<void> {
  context.workbook.settings.add(key, value);
  await context.sync();
}
