package io.inboxport.budget.shared;

/**
 * Request in the ledger.
 *
 * @param process the process that sent it
 * @param permit the number of its permit in this process
 * @param read whether it counts as a read
 * @param taken when its permit was granted, in the store's milliseconds
 * @param counted when the server has counted it at the latest; at first the end of its lease and
 *     grace
 */
record LedgerEntry(String process, long permit, boolean read, long taken, long counted) {
  LedgerEntry countedAt(long time) {
    return new LedgerEntry(process, permit, read, taken, time);
  }
}
