/** Names a sheet or one of its cells: a sheet's name cannot hold a colon. */
export function targetKey(sheet: string, cell: string): string {
  return `${sheet}:${cell}`;
}
