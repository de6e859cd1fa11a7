package io.inboxport.http;

import io.inboxport.inmemory.SettableClock;
import io.inboxport.testkit.contract.AccountBackstage;
import io.inboxport.testkit.contract.AccountGatewayContract;
import io.inboxport.testkit.contract.AccountSubject;
import io.inboxport.testkit.sandbox.Dialect;
import io.inboxport.testkit.sandbox.Sandbox;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** The HTTP adapter keeps the contract of the second port, with the twin behind a real door. */
class HttpAccountContractTest {
  private static Sandbox sandbox;
  private static final SettableClock CLOCK =
      SettableClock.at(Instant.parse("2025-03-14T09:00:00Z"));

  @BeforeAll
  static void open() {
    sandbox = Sandbox.builder().empty().clock(CLOCK).start();
  }

  @AfterAll
  static void close() {
    sandbox.close();
  }

  @Nested
  class Documented extends Played {
    Documented() {
      super(Dialect.documented());
    }
  }

  @Nested
  class Php extends Played {
    Php() {
      super(Dialect.php());
    }
  }

  private abstract static class Played extends AccountGatewayContract {
    private final Dialect dialect;
    private @Nullable HttpInboxGateway gateway;

    Played(Dialect dialect) {
      this.dialect = dialect;
    }

    @Override
    protected AccountSubject freshSubject() {
      sandbox.reset();
      sandbox.speak(dialect);
      var fresh = SandboxGateways.unhurried(sandbox);
      gateway = fresh;
      return new AccountSubject(fresh.account(), AccountBackstage.of(sandbox.twin(), CLOCK));
    }

    @AfterEach
    void closeTheGateway() {
      if (gateway != null) {
        gateway.close();
      }
    }
  }
}
