package io.inboxport.budget.file;

/**
 * Moment at which a ledger was written, on three clocks.
 *
 * @param time the time of the ledger, in milliseconds since 1970, UTC
 * @param wall the wall clock, in milliseconds since 1970, UTC
 * @param nanos the monotonic clock, in nanoseconds since an arbitrary moment
 */
record LedgerStamp(long time, long wall, long nanos) {}
