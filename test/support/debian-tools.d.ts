/** Debian packages whose tests are left out, because they are not installed and not demanded. */
export const leftOut: string[];
