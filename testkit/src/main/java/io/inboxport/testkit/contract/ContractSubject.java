package io.inboxport.testkit.contract;

import io.inboxport.port.InboxGateway;
import java.util.Objects;

/**
 * Subject of one scenario: a gateway, and the world behind it.
 *
 * <p>The world is fresh: no conversation, no tag, no credential, no Salesforce integration. The
 * caller is user {@code 00A000000000001} of account {@code 001000000000001}, and {@code
 * 00A000000000002} is a user as well.
 *
 * <p>The gateway takes its times from {@link Backstage#now}, within a second. It must not hold
 * calls back once {@link Backstage#advance} has passed its {@code retryAt}, and tries a call at
 * most 100 times. (A budget of the HTTP gateway goes by the machine's time: give it one that holds
 * nothing back and ignores blocks.)
 *
 * @param gateway what is tested
 * @param backstage the world behind it
 */
public record ContractSubject(InboxGateway gateway, Backstage backstage) {
  /** Creates a subject. */
  public ContractSubject {
    Objects.requireNonNull(gateway, "gateway");
    Objects.requireNonNull(backstage, "backstage");
  }
}
