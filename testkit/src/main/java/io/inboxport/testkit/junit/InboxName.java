package io.inboxport.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Name of one of several inboxes of a test; see {@link InboxExtension}. Parameters of the same name
 * belong together, such as an {@code Inbox} and the {@code InMemoryInboxGateway} behind it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface InboxName {
  /** The name, such as that of an account; the empty one is that of parameters without a name. */
  String value();
}
