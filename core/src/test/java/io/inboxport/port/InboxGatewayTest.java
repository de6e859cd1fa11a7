package io.inboxport.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Defaults of the port, for gateways that say nothing of time. */
class InboxGatewayTest {
  /** A gateway that overrides none of the defaults. */
  private final InboxGateway bare =
      (InboxGateway)
          Proxy.newProxyInstance(
              InboxGateway.class.getClassLoader(),
              new Class<?>[] {InboxGateway.class},
              InvocationHandler::invokeDefault);

  @Test
  void attempts_are_timed_by_the_systems_clock_in_utc() {
    assertThat(bare.clock()).isEqualTo(Clock.systemUTC());
  }

  @Test
  void no_difference_to_the_servers_clock_is_known() {
    assertThat(bare.clockOffset()).isEqualTo(Duration.ZERO);
  }
}
