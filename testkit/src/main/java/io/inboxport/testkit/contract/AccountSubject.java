package io.inboxport.testkit.contract;

import io.inboxport.port.AccountGateway;
import java.util.Objects;

/**
 * Subject of one account scenario: a gateway, and the world behind it.
 *
 * <p>The world is fresh: no tag, no canned response, no connected profile, and two users. The
 * caller is {@code 00A000000000001}, the other one {@code 00A000000000002}. For times, waits and
 * attempts the same holds as for a {@link ContractSubject}.
 *
 * @param gateway what is tested
 * @param backstage the world behind it
 */
public record AccountSubject(AccountGateway gateway, AccountBackstage backstage) {
  /** Creates a subject. */
  public AccountSubject {
    Objects.requireNonNull(gateway, "gateway");
    Objects.requireNonNull(backstage, "backstage");
  }
}
