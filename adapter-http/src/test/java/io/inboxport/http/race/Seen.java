package io.inboxport.http.race;

/**
 * What one thread did with one register, and when.
 *
 * @param from before the call left
 * @param to after its answer came
 * @param write whether the value was written, else it was read
 */
record Seen(long from, long to, boolean write, Object value) {}
