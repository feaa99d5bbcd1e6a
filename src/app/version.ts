/** The version that reports are stamped with: that of package.json, which does not ship. */
export const version = '0.1.0';
