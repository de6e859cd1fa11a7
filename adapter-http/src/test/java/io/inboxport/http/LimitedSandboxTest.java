package io.inboxport.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.budget.VirtualTime;
import io.inboxport.inmemory.InboundItem;
import io.inboxport.testkit.sandbox.CallLimits;
import io.inboxport.testkit.sandbox.ReceivedRequest;
import io.inboxport.testkit.sandbox.Sandbox;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A sandbox that counts as the vendor does, and threads that call all the time. */
class LimitedSandboxTest {
  private static final int THREADS = 16;
  private static final int MINUTES = 3;

  @Test
  @Timeout(120)
  void no_call_is_turned_away_and_nearly_every_one_allowed_is_made() throws Exception {
    var executor = Executors.newFixedThreadPool(THREADS);
    try (var sandbox = Sandbox.start()) {
      sandbox.limit(CallLimits.documented());
      var id = sandbox.twin().receive(InboundItem.directMessage());
      var time = new VirtualTime(THREADS, sandbox.clock()::advance);
      var accounts = new AccountRegistry(time, sandbox.clock());
      var threads =
          IntStream.range(0, THREADS)
              .mapToObj(
                  thread ->
                      executor.submit(
                          () -> {
                            try (var gateway = gateway(sandbox, accounts)) {
                              while (time.nanos() < Duration.ofMinutes(MINUTES).toNanos()) {
                                gateway.get(id);
                              }
                            } finally {
                              time.leave();
                            }
                          }))
              .toList();
      for (var thread : threads) {
        thread.get();
      }

      var received = sandbox.received().requests();
      assertThat(received).extracting(ReceivedRequest::status).containsOnly(200);
      // The last call of each thread comes when the time is already up.
      assertThat(received).hasSizeBetween((int) (0.97 * 60 * MINUTES), 60 * MINUTES + THREADS);
    } finally {
      executor.shutdownNow();
    }
  }

  private static HttpInboxGateway gateway(Sandbox sandbox, AccountRegistry accounts) {
    return HttpInboxGateway.builder()
        .credentials(Credentials.of("001000000000001", "key-42"))
        .baseUrl(sandbox.url())
        .accounts(accounts)
        .clock(sandbox.clock())
        .deadline(Duration.ofHours(1))
        .build();
  }
}
