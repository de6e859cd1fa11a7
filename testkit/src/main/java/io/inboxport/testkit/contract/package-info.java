/**
 * The published contract of {@link io.inboxport.port.InboxGateway}: scenarios as data, which run
 * with or without JUnit against any gateway that has a {@link
 * io.inboxport.testkit.contract.Backstage}. What is true of one gateway only does not belong here.
 */
@NullMarked
package io.inboxport.testkit.contract;

import org.jspecify.annotations.NullMarked;
