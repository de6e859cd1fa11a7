package io.inboxport.http.race;

/**
 * Act of one thread on one register, and its time.
 *
 * @param from before the call left
 * @param to after its answer came
 * @param write whether the value was written, else it was read
 */
record Seen(long from, long to, boolean write, Object value) {}
