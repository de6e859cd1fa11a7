package io.inboxport.testkit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.Operation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/**
 * Many requests from many clients, short enough for every build; {@code -Dsandbox.requests=100000}
 * makes it the long run that docs/sandbox.md reports on.
 */
class LongRunTest {
  private static final int REQUESTS = Integer.getInteger("sandbox.requests", 3_000);
  private static final int CLIENTS = 50;

  @Test
  void many_requests_leave_nothing_behind() throws Exception {
    try (var sandbox = Sandbox.start()) {
      serve(sandbox, CLIENTS);
      long before = usedMemory();

      serve(sandbox, REQUESTS);

      assertThat(sandbox.received().total()).isEqualTo(CLIENTS + REQUESTS);
      assertThat(sandbox.received().executed(Operation.SET_STATUS)).isEqualTo(CLIENTS + REQUESTS);
      assertThat(sandbox.received().requests())
          .hasSizeLessThanOrEqualTo(ReceivedRequests.REMEMBERED);
      assertThat(usedMemory() - before).isLessThan(20_000_000);
    }
  }

  private static void serve(Sandbox sandbox, int requests) throws Exception {
    var threads = Executors.newFixedThreadPool(CLIENTS);
    try {
      var clients = new ArrayList<Callable<Boolean>>();
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(() -> client(sandbox, requests / CLIENTS));
      }
      for (var client : threads.invokeAll(clients)) {
        assertThat(client.get()).isTrue();
      }
    } finally {
      threads.shutdown();
    }
  }

  /** Ten requests on a connection, then a new one; the text makes what is remembered weigh. */
  private static boolean client(Sandbox sandbox, int requests) throws IOException {
    for (int left = requests; left > 0; left -= 10) {
      try (var wire = new Wire(sandbox)) {
        for (int i = 0; i < Math.min(left, 10); i++) {
          var form = "status=open&unread=" + "x".repeat(1_000);
          var answer = wire.send("POST", "/v2/conversation/eit000000000001", form);
          if (answer.status() != 200) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private static long usedMemory() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
