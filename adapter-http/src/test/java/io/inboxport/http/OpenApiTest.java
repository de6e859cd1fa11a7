package io.inboxport.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.Operation;
import io.inboxport.inmemory.SettableClock;
import io.inboxport.testkit.contract.AccountBackstage;
import io.inboxport.testkit.contract.AccountScenarioCatalog;
import io.inboxport.testkit.contract.AccountSubject;
import io.inboxport.testkit.contract.Backstage;
import io.inboxport.testkit.contract.ContractSubject;
import io.inboxport.testkit.contract.ScenarioCatalog;
import io.inboxport.testkit.sandbox.Sandbox;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The OpenAPI document that the sandbox serves, held against the traffic of the contract. */
class OpenApiTest {
  private Sandbox sandbox;
  private OpenApiTraffic traffic;

  @BeforeEach
  void open() throws Exception {
    var clock = SettableClock.at(Instant.parse("2025-03-14T09:00:00Z"));
    sandbox = Sandbox.builder().empty().clock(clock).start();
    var request = HttpRequest.newBuilder(sandbox.adminUrl().resolve("openapi.yaml")).build();
    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    traffic = new OpenApiTraffic(answer.body(), () -> sandbox.twin().faults().fired().size());
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void every_request_and_answer_of_the_two_contracts_is_as_documented() {
    var violations = new ArrayList<String>();
    var client = new OkHttpClient.Builder().addNetworkInterceptor(traffic).build();
    for (var scenario : ScenarioCatalog.all()) {
      sandbox.reset();
      try (var gateway = SandboxGateways.unhurried(sandbox, client)) {
        scenario.run(new ContractSubject(gateway, Backstage.of(sandbox.twin(), sandbox.clock())));
      }
      traffic.violations().forEach(words -> violations.add(scenario.id() + ": " + words));
      traffic.violations().clear();
    }
    for (var scenario : AccountScenarioCatalog.all()) {
      sandbox.reset();
      try (var gateway = SandboxGateways.unhurried(sandbox, client)) {
        scenario.run(
            new AccountSubject(
                gateway.account(), AccountBackstage.of(sandbox.twin(), sandbox.clock())));
      }
      traffic.violations().forEach(words -> violations.add(scenario.id() + ": " + words));
      traffic.violations().clear();
    }
    assertThat(violations).isEmpty();
    assertThat(traffic.operations()).hasSize(Operation.values().length);
    assertThat(traffic.calls()).isGreaterThan(300);
    assertThat(traffic.refused()).isPositive();
  }
}
