package io.inboxport.outbox;

import io.inboxport.port.InboxGateway;
import java.util.function.LongSupplier;

/**
 * Settings of one outbox, as its builder made them.
 *
 * @param gateway the way to the server
 * @param store the store of the account's entries
 * @param rules the rules, with their times
 * @param policy the policy for planned writes that were not sent
 * @param listener the listener
 * @param readingNewest whether the newest entry is read before a text leaves
 * @param nanos the clock that leases go by
 */
record OutboxSettings(
    InboxGateway gateway,
    OutboxStore store,
    OutboxRules rules,
    OfferPolicy policy,
    OutboxListener listener,
    boolean readingNewest,
    LongSupplier nanos) {}
