/**
 * The published contract of {@link io.inboxport.port.InboxGateway}: scenarios as data, which run
 * with or without JUnit against any gateway that has a {@link
 * io.inboxport.testkit.contract.Backstage}.
 */
@NullMarked
package io.inboxport.testkit.contract;

import org.jspecify.annotations.NullMarked;
