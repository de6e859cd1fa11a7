package io.inboxport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.budget.MonotonicTime;
import io.inboxport.budget.RequestBudget;
import io.inboxport.call.InboxException;
import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.conversation.ConversationId;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.testkit.http.HttpAnswer;
import io.inboxport.testkit.http.HttpDoor;
import io.inboxport.testkit.http.HttpRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A healthy server that hangs up on idle connections, as all do, after a burst of calls. */
@Timeout(30)
class DeadConnectionsTest {
  private static final ConversationId ID = ConversationId.of("eit1");
  private static final int BURST = 20;
  private static final String ANSWER = "{\"Result\":true,\"Conversation\":{\"Id\":\"eit1\"}}";

  private final ExecutorService callers = Executors.newFixedThreadPool(BURST);
  private final CyclicBarrier together = new CyclicBarrier(BURST);
  private volatile boolean waiting = true;
  private HttpDoor server;

  @BeforeEach
  void listen() throws IOException {
    server = HttpDoor.open(0, null, this::answer);
  }

  @AfterEach
  void close() {
    server.close();
    callers.shutdownNow();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void no_read_fails_and_no_reply_is_in_doubt_once_a_read_has_noticed(boolean own)
      throws Exception {
    var settings = settings();
    try (var gateway = (own ? settings : settings.client(new OkHttpClient())).build()) {
      burst(gateway);
      server.hangUp();

      for (int i = 0; i < 5; i++) {
        assertThat(gateway.get(ID).id()).isEqualTo(ID);
      }
      assertThatCode(() -> gateway.reply(ID, ReplyDraft.of("On it!"))).doesNotThrowAnyException();
    }
  }

  @Test
  void a_reply_that_notices_first_is_in_doubt_and_the_next_is_not() throws Exception {
    try (var gateway = settings().build()) {
      burst(gateway);
      server.hangUp();

      assertThatThrownBy(() -> gateway.reply(ID, ReplyDraft.of("On it!")))
          .isInstanceOf(OutcomeUnknown.class);
      assertThatCode(() -> gateway.reply(ID, ReplyDraft.of("Done!"))).doesNotThrowAnyException();
    }
  }

  @Test
  void however_many_notice_at_once_the_server_is_not_taken_to_be_down() throws Exception {
    try (var gateway = settings().attempts(1).build()) {
      burst(gateway);
      server.hangUp();

      for (var call : callsAtOnce(gateway)) {
        try {
          call.get();
        } catch (ExecutionException unlucky) {
          assertThat(unlucky).hasCauseInstanceOf(InboxException.Unavailable.class);
          assertThat(unlucky.getCause()).hasMessageContaining("The connection broke");
        }
      }
      assertThat(gateway.get(ID).id()).isEqualTo(ID);
    }
  }

  private HttpInboxGateway.Builder settings() {
    return HttpInboxGateway.builder()
        .credentials(Credentials.of("001", "key"))
        .budget(RequestBudget.unlimited())
        .accounts(new AccountRegistry(MonotonicTime.SYSTEM, Clock.systemUTC()))
        .baseUrl(server.url());
  }

  /** As many calls as leave that many connections idle. */
  private void burst(HttpInboxGateway gateway) throws Exception {
    for (var call : callsAtOnce(gateway)) {
      call.get();
    }
    waiting = false;
  }

  private List<Future<?>> callsAtOnce(HttpInboxGateway gateway) {
    var calls = new ArrayList<Future<?>>();
    for (int i = 0; i < BURST; i++) {
      calls.add(callers.submit(() -> gateway.get(ID)));
    }
    return calls;
  }

  private HttpAnswer answer(HttpRequest request) {
    if (waiting) {
      try {
        together.await();
      } catch (InterruptedException | BrokenBarrierException over) {
        throw new IllegalStateException(over);
      }
    }
    return HttpAnswer.of(200, ANSWER);
  }
}
