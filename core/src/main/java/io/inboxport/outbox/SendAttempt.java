package io.inboxport.outbox;

/**
 * Attempt to send one write.
 *
 * @param key the name of the write
 * @param holder the name of the worker's turn
 * @param lease the lease, which ends before that of the store
 * @param offered what the policy says if the write is not sent
 */
record SendAttempt(OutboxKey key, String holder, SendLease lease, OfferedPause offered) {}
