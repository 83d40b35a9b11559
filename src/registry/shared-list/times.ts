/*
 * How long those who write to a shared list may take, and wait, in milliseconds. They are the same in
 * every writer, since each relies on the others to keep to them: docs/concurrency.md has the argument.
 */

/** From sending a read to sending the write that is based on it; later, it would undo too much. */
export const READ_TO_WRITE_MS = 500

/** From sending a write to cutting it off. Registries take an index within some hundred. */
export const WRITE_DEADLINE_MS = 1_000

/** A write that was cut off may still be on its way this long. */
export const LINGER_MS = 500

/**
 * No write takes effect later than this after the read that it is based on was sent: what the list
 * has had for as long is in everything that is still to be written.
 */
export const SETTLE_MS = READ_TO_WRITE_MS + WRITE_DEADLINE_MS + LINGER_MS

/** As many times longer is the rest to wait for once others were seen to write: they may be slower. */
export const CONTENDED_SETTLES = 3

/** How soon to look after a write. Further pauses are twice as long each, until the rest is over. */
export const FIRST_LOOK_MS = 500

/** How long a list is waited for to come to rest: even hundreds of jobs write to it once or twice each. */
export const CONFIRM_LIMIT_MS = 180_000

/**
 * Writes each of which was overwritten by somebody who had not seen it. Of 20 writers that start
 * together none needs 10 (scripts/simulate.ts): more mean that something else is wrong.
 */
export const MAX_ROUNDS = 16

/**
 * From the third of those writes on, others are given their turn first: for a random time up to this,
 * and up to twice as long each time.
 */
export const FIRST_MEND_PAUSE_MS = 100
export const LONGEST_MEND_PAUSE_MS = 3_200

/** Tries of one write that keep to the deadlines; a registry that none of them suits is a slow one. */
export const BRISK_TRIES = 2

/** How often the list is read while a write without a deadline is under way. */
export const WATCH_MS = 250
