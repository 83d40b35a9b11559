/**
 * How far the clocks of who made or witnessed evidence and of who judges it may be apart, in
 * milliseconds: as in Kerberos (RFC 4120, 5.9.1). What is later than that has not happened yet, or
 * claims so.
 */
export const MAX_CLOCK_SKEW = 5 * 60 * 1000
