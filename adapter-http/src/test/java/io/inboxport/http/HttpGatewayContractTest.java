package io.inboxport.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.inmemory.SettableClock;
import io.inboxport.testkit.contract.Backstage;
import io.inboxport.testkit.contract.ContractSubject;
import io.inboxport.testkit.contract.InboxGatewayContract;
import io.inboxport.testkit.contract.Scenario;
import io.inboxport.testkit.contract.ScenarioCatalog;
import io.inboxport.testkit.sandbox.Dialect;
import io.inboxport.testkit.sandbox.Sandbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInfo;

/** The HTTP adapter keeps the contract, all of it, with the twin behind a real door. */
class HttpGatewayContractTest extends InboxGatewayContract {
  private static final List<String> PLAYED = new ArrayList<>();
  private static Sandbox sandbox;
  private @Nullable HttpInboxGateway gateway;

  @BeforeAll
  static void open() {
    var clock = SettableClock.at(Instant.parse("2025-03-14T09:00:00Z"));
    PLAYED.clear();
    sandbox = Sandbox.builder().empty().clock(clock).start();
  }

  @Override
  protected ContractSubject freshSubject() {
    sandbox.reset();
    sandbox.speak(dialect());
    var fresh = SandboxGateways.unhurried(sandbox);
    gateway = fresh;
    return new ContractSubject(fresh, Backstage.of(sandbox.twin(), sandbox.clock()));
  }

  /** The dialect that the server speaks. */
  Dialect dialect() {
    return Dialect.documented();
  }

  @AfterEach
  void countIn(TestInfo test) {
    PLAYED.add(test.getDisplayName());
    if (gateway != null) {
      gateway.close();
    }
  }

  @AfterAll
  static void every_scenario_of_the_twin_was_played_here() {
    sandbox.close();
    assertThat(PLAYED)
        .containsExactlyInAnyOrderElementsOf(
            ScenarioCatalog.all().stream().map(Scenario::id).toList());
  }
}
