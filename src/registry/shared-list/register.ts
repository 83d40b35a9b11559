/** What was in a list at some moment. */
export interface Snapshot<Key, Entry> {
  /** Another one for every write; undefined where there is no list. */
  readonly revision: string | undefined
  readonly entries: ReadonlyMap<Key, Entry>
}

/** A snapshot, and between which moments it was taken. */
export interface Look<S> {
  readonly snapshot: S
  readonly sentAt: number
  readonly receivedAt: number
}

/** Where a list is kept: everyone reads it, and replaces it as a whole, without a lock. */
export interface Register<Key, Entry, S extends Snapshot<Key, Entry>> {
  /** For messages. */
  readonly name: string
  /** Reads the list; urgently, before all other requests. */
  read(urgency: 'urgent' | 'none'): Promise<S>
  /** Returns what the list is to be replaced by: what `base` has, and the entries. Nothing is sent. */
  draft(base: S, added: ReadonlyMap<Key, Entry>): Draft
}

/** A replacement that is made up, which may take its time, and not sent yet. */
export interface Draft {
  readonly revision: string
  /**
   * Replaces the list, urgently and in one request that is never repeated; it is cut off after the
   * deadline, in milliseconds, if there is one. Returns why it is not known what became of it, if it is
   * not. Throws where it is certain that it was refused for good.
   */
  send(deadlineMs: number | undefined): Promise<Unclear | undefined>
}

/** What is still known of a list as it was. */
export interface Archive<Key, Entry> {
  /** Returns the entries of an earlier revision, to the letter, or undefined where that is gone. */
  entriesOf(revision: string): Promise<ReadonlyMap<Key, Entry> | undefined>
  /** Returns the entry of a key, made anew, or undefined where what it names is gone. */
  entryOf(key: Key): Promise<Entry | undefined>
}

/** Why it is not known whether a write has taken effect, or will, and when to come back. */
export interface Unclear {
  readonly error: Error
  readonly retryAfterMs?: number
}

/** What a writer needs besides the list; times are in milliseconds. */
export interface Surroundings {
  /** Of a clock that only goes forward, and is the same for all processes of the machine. */
  now(): number
  sleep(milliseconds: number): Promise<void>
  /** In [0, 1). */
  random(): number
  /** Does urgent work in its turn, so that there is not too much of it at once. */
  inTurn<T>(work: () => Promise<T>): Promise<T>
  /** Told why a write is tried again, before the pause. */
  onRetry(reason: Error): void
}
