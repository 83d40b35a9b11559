/** What the command line is called. */
export const PROGRAM = 'oras-attach'

/** The version of this program, as in package.json; the bundle has no package.json to read it from. */
export const VERSION = '1.0.0'
