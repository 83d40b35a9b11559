/**
 * Returns the milliseconds of the machine's monotonic clock: it only goes forward, whatever is done to
 * the time of day, and processes that run one after another on one machine can compare what they read.
 */
export function monotonicMilliseconds(): number {
  return Number(process.hrtime.bigint()) / 1e6
}
