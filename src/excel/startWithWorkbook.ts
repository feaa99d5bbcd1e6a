/** Whether the add-in is loaded when the workbook is opened, before anybody opens its pane. */

/** Kept in the workbook by Excel; throws where this Excel cannot do it. */
export async function startWithWorkbook(isOn: boolean): Promise<void> {
  const { load, none } = Office.StartupBehavior;
  await Office.addin.setStartupBehavior(isOn ? load : none);
}
