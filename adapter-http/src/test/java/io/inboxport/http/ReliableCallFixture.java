package io.inboxport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.budget.SteppedTime;
import io.inboxport.call.InboxException.Unavailable;
import io.inboxport.conversation.ConversationId;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;

/** One account at a server that does as it is told, in a time that is stepped. */
abstract class ReliableCallFixture {
  static final ConversationId ID = ConversationId.of("eit000000000001");
  static final String FOUND = "{\"Result\":true,\"Conversation\":{\"Id\":\"eit000000000001\"}}";
  static final String NOTED =
      "{\"Result\":true,\"Note\":{\"Id\":\"eat000000000001\",\"Type\":\"note\"}}";

  final SteppedTime time = new SteppedTime();
  final AccountRegistry accounts = new AccountRegistry(time, time.clock());
  final Heard heard = new Heard();
  final ScriptedServer server = new ScriptedServer();
  final HttpInboxGateway gateway = settings().build();

  @AfterEach
  void close() {
    gateway.close();
    server.close();
    assertThat(Thread.interrupted()).as("a flag that no test wanted").isFalse();
  }

  void failTenTimes() {
    try (var single = settings().attempts(1).build()) {
      for (int i = 0; i < 10; i++) {
        server.answers(i % 2 == 0 ? 500 : 503, "");
        assertThatThrownBy(() -> single.get(ID)).isInstanceOf(Unavailable.class);
      }
    }
  }

  HttpInboxGateway.Builder settings() {
    return of("001000000000001");
  }

  HttpInboxGateway.Builder of(String account) {
    return server
        .settings()
        .credentials(Credentials.of(account, "key-42"))
        .accounts(accounts)
        .clock(time.clock())
        .listener(heard);
  }

  static MockResponse.Builder status(int status) {
    return new MockResponse.Builder().code(status);
  }

  static final class Heard implements CallListener {
    final List<Attempted> attempts = new ArrayList<>();
    final List<Called> calls = new ArrayList<>();
    final List<Thread> threads = new ArrayList<>();
    Runnable then = () -> {};

    @Override
    public void onAttempt(Attempted attempt) {
      attempts.add(attempt);
      threads.add(Thread.currentThread());
      then.run();
    }

    @Override
    public void onCall(Called call) {
      calls.add(call);
    }
  }
}
