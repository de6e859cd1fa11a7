package io.inboxport.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.budget.SteppedTime;
import io.inboxport.call.InboxException;
import io.inboxport.http.micrometer.CallMeters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Marked secrets and marked texts, through every operation and every error, at the finest level.
 */
class CanaryTest {
  private static final String KEY = "K3Y-canary-1";
  private static final String SENT = "Text of an agent, c4n4ry-2 für <alle>";
  private static final String RECEIVED = "Text of a customer, c4n4ry-3";
  private static final Credentials CREDENTIALS = Credentials.of("001000000000001", KEY);
  private static final List<String> CANARIES =
      List.of(
          "canary-1",
          CREDENTIALS.token(),
          "c4n4ry-2",
          "c4n4ry-3",
          URLEncoder.encode(SENT, StandardCharsets.UTF_8));

  private final CapturedLog log = CapturedLog.open();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final List<String> told = new ArrayList<>();
  private final CallListener listener =
      new CallListener() {
        @Override
        public void onAttempt(Attempted attempt) {
          told.add(attempt.toString());
        }

        @Override
        public void onCall(Called call) {
          told.add(call.toString());
          throw new IllegalStateException("a listener may say anything: " + SENT);
        }
      };

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void nothing_leaks_when_all_is_well() throws Exception {
    try (var server = new FaultyServer()) {
      for (var call : SampleCall.all()) {
        server.serve(call.answer(RECEIVED));
        make(server, call);
        assertThat(server.requests()).isEqualTo(1);
      }
      assertThat(server.received()).contains("c4n4ry-2", CREDENTIALS.token());
    }
    assertNothingLeaks();
  }

  @Test
  void nothing_leaks_whatever_the_server_does() throws Exception {
    for (var how : Misbehavior.values()) {
      for (var call : SampleCall.all()) {
        try (var server = new FaultyServer()) {
          server.serve(call.answer(RECEIVED));
          server.misbehave(how);
          make(server, call, Duration.ofMillis(200));
        }
      }
    }
    assertNothingLeaks();
  }

  @Test
  void nothing_leaks_when_the_server_repeats_what_it_was_sent() throws Exception {
    try (var server = new FaultyServer()) {
      for (var call : SampleCall.all()) {
        var text = call.sendsText() ? SENT : "it";
        var echo = "Invalid: " + text + " of " + KEY + " in " + CREDENTIALS.token();
        var bodies =
            List.of(
                "{\"Result\":false,\"Errors\":{\"api\":{\"message\":\"" + echo + "\"}}}",
                "<html><title>Oops</title><p>" + echo + "</p></html>",
                echo);
        for (int status : List.of(200, 302, 400, 401, 403, 404, 408, 421, 429, 500)) {
          for (var body : bodies) {
            server.serve(status, body);
            make(server, call);
          }
        }
      }
    }
    assertNothingLeaks();
  }

  @Test
  void nothing_leaks_when_an_answer_is_cut_anywhere() throws Exception {
    try (var server = new FaultyServer()) {
      for (var call : SampleCall.all()) {
        var answer = call.answer(RECEIVED);
        for (int end = 0; end < answer.length(); end += 20) {
          server.serve(answer.substring(0, end));
          make(server, call);
        }
        server.serve(answer.replace("Id\":\"", "Id\":[\"").replace("\"Con", "\"Con" + RECEIVED));
        make(server, call);
      }
    }
    assertNothingLeaks();
  }

  @Test
  void nothing_leaks_before_a_request_leaves() throws Exception {
    try (var server = new FaultyServer()) {
      for (var call : SampleCall.all()) {
        Thread.currentThread().interrupt();
        make(server, call);
        assertThat(Thread.interrupted()).isTrue();
      }
      assertThat(server.requests()).isZero();
    }
    assertNothingLeaks();
  }

  private void make(FaultyServer server, SampleCall call) {
    make(server, call, Duration.ofSeconds(10));
  }

  private void make(FaultyServer server, SampleCall call, Duration deadline) {
    var time = new SteppedTime();
    var settings =
        HttpInboxGateway.builder()
            .credentials(CREDENTIALS)
            .baseUrl(server.url())
            .accounts(new AccountRegistry(time, Clock.systemUTC()))
            .attempts(2)
            .deadline(deadline)
            .listener(listener)
            .listener(CallMeters.in(registry));
    try (var gateway = settings.build()) {
      told.add(CREDENTIALS.toString());
      call.make(gateway, SENT);
    } catch (InboxException failure) {
      told.add(failure + " " + failure.getMessage() + " " + CapturedLog.describe(failure));
    }
  }

  private void assertNothingLeaks() {
    assertThat(told).isNotEmpty();
    assertThat(log.lines()).anyMatch(line -> line.contains("attempt"));
    registry.getMeters().forEach(meter -> told.add(meter.getId().toString()));
    for (var canary : CANARIES) {
      assertThat(log.lines().stream().filter(line -> line.contains(canary))).isEmpty();
      assertThat(told.stream().filter(line -> line.contains(canary))).isEmpty();
    }
  }
}
