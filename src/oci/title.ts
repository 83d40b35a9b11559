/** Names from the directory that is pulled into down to a file or folder. */
export type Names = readonly string[]

/** What a title comes to: where the file goes, or why it goes nowhere. */
export type ParsedTitle = { readonly names: Names } | { readonly problem: string }

/** What every file system takes as one name (ext4, APFS; NTFS counts UTF-16 units instead). */
const MAX_NAME_BYTES = 255
/** A path has 1024 bytes on macOS at the least; the rest is room for the directory's own. */
const MAX_TITLE_BYTES = 768

const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9¹²³]|lpt[0-9¹²³]) *(?:\.|$)/

/** What disqualifies a name; `key` is the name as `nameKey` returns it. */
const rules: readonly {
  readonly isBroken: (name: string, key: string) => boolean
  readonly problem: string
}[] = [
  { isBroken: (_, key) => key === '', problem: 'it has an empty name in it' },
  { isBroken: (_, key) => key === '..', problem: 'it leads out of the directory' },
  { isBroken: (name) => name.includes('\\'), problem: 'it has a backslash' },
  // On Windows `C:x` is on another drive and `x:y` a stream of the file x.
  { isBroken: (name) => name.includes(':'), problem: 'it has a colon' },
  {
    // A lone surrogate is written as U+FFFD, so that two names become one.
    isBroken: (name) => /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/u.test(name),
    problem: 'it has a control character',
  },
  // Windows drops them, so that two names become one.
  { isBroken: (name) => /[. ]$/.test(name), problem: 'a name in it ends in a dot or a space' },
  { isBroken: (_, key) => RESERVED.test(key), problem: 'it names a device of Windows' },
  {
    // A new file there, such as `commondir`, makes git run what another file says.
    isBroken: (_, key) => /^(?:\.git|git~\d+)$/.test(key),
    problem: 'it leads into the directory of git',
  },
  {
    isBroken: (name) => Buffer.byteLength(name) > MAX_NAME_BYTES,
    problem: `a name in it has more than ${MAX_NAME_BYTES} bytes`,
  },
]

/**
 * Returns the names that a file of the title goes by, or why it cannot be written: whoever may push
 * to a repository chooses titles, so one must mean a new file below the directory, and the same one,
 * on every system (CVE-2021-21272, CVE-2026-50162). `./a` means `a`, and `a/` too, which regctl gives
 * to a directory that it packs.
 */
export function parseTitle(title: string): ParsedTitle {
  if (title.startsWith('/')) return { problem: 'it is an absolute path' }
  if (Buffer.byteLength(title) > MAX_TITLE_BYTES) {
    return { problem: `it has more than ${MAX_TITLE_BYTES} bytes` }
  }
  const parts = title.replace(/\/$/, '').split('/')
  const names = parts.filter((name) => name !== '.')
  if (names.length === 0) return { problem: 'it names no file' }
  const problem = names.map(problemOf).find((each) => each !== undefined)
  return problem === undefined ? { names } : { problem }
}

/** Returns why no file or folder may have the name, or undefined if one may. */
export function problemOf(name: string): string | undefined {
  const key = nameKey(name)
  return rules.find(({ isBroken }) => isBroken(name, key))?.problem
}

/**
 * Returns what two names have in common that are one on some file system: those of macOS and Windows
 * ignore case, APFS the Unicode form, HFS+ invisible characters too.
 */
export function nameKey(name: string): string {
  const visible = name.replace(/\p{Default_Ignorable_Code_Point}/gu, '')
  // First to lower case: ẞ has no upper case, but ß has SS.
  const folded = visible.normalize('NFD').toLowerCase().toUpperCase().toLowerCase()
  return folded.normalize('NFC')
}
