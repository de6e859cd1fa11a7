/**
 * The published contracts of {@link io.inboxport.port.InboxGateway} and of {@link
 * io.inboxport.outbox.OutboxStore}: scenarios as data. Those of a gateway run with or without JUnit
 * against any gateway that has a {@link io.inboxport.testkit.contract.Backstage}. What is true of
 * one gateway or store only does not belong here.
 */
@NullMarked
package io.inboxport.testkit.contract;

import org.jspecify.annotations.NullMarked;
