package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.SettableClock;
import io.inboxport.testkit.contract.Backstage;
import io.inboxport.testkit.contract.ContractSubject;
import io.inboxport.testkit.contract.InboxGatewayContract;
import io.inboxport.testkit.contract.ScenarioCatalog;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

class OwnGatewayTest {
  /** A user's test of a gateway; run from here, as it is meant to fail. */
  static class ForgetfulGatewayContract extends InboxGatewayContract {
    @Override
    protected ContractSubject freshSubject() {
      var clock = SettableClock.at(Instant.parse("2026-01-05T09:00:00Z"));
      var twin = InMemoryInboxGateway.builder().clock(clock).build();
      return new ContractSubject(new ForgetfulGateway(twin), Backstage.of(twin, clock));
    }
  }

  @Test
  void the_contract_names_what_the_gateway_breaks_with_and_without_junit() {
    var failed = failuresIn(ForgetfulGatewayContract.class);

    assertTrue(failed.contains("assign.note-joins-the-timeline"), failed::toString);
    assertFalse(failed.contains("note.joins-the-timeline"), failed::toString);
    assertTrue(failed.stream().noneMatch(id -> id.startsWith("reply.")), failed::toString);
    assertEquals(failed, failuresWithoutJUnit());
  }

  private static Set<String> failuresIn(Class<?> contract) {
    var listener = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request().selectors(selectClass(contract)).build(),
            listener);
    assertEquals(ScenarioCatalog.all().size(), listener.getSummary().getTestsFoundCount());
    return listener.getSummary().getFailures().stream()
        .map(failure -> failure.getException().getMessage())
        .map(message -> message.substring(0, message.indexOf(':')))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> failuresWithoutJUnit() {
    var failed = new TreeSet<String>();
    for (var scenario : ScenarioCatalog.all()) {
      try {
        scenario.run(new ForgetfulGatewayContract().freshSubject());
      } catch (AssertionError e) {
        failed.add(scenario.id());
      }
    }
    return failed;
  }
}
