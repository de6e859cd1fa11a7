package io.inboxport.benchmarks;

import io.inboxport.Inbox;
import io.inboxport.budget.RequestBudget;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.http.Credentials;
import io.inboxport.http.HttpInboxGateway;
import java.io.IOException;
import java.util.Objects;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One get over a kept-alive loopback connection, three ways. */
@State(Scope.Benchmark)
public class ThreeCalls {
  private static final String ID = "eit000000000001";

  private final LoopbackServer server = LoopbackServer.answering(Samples.conversation());
  private final String url = server.url().toString();
  private final OkHttpClient client = BareApi.client();
  private final BareApi.Service retrofit = BareApi.at(url);
  private final HttpInboxGateway gateway =
      HttpInboxGateway.builder()
          .credentials(Credentials.of("001000000000001", "a key"))
          .baseUrl(server.url())
          .budget(RequestBudget.unlimited())
          .build();
  private final Inbox inbox = Inbox.over(gateway);

  /** The whole adapter: deadline, budget, breaker, retry, reading into the domain. */
  Conversation adapter() {
    return inbox.get(ConversationId.of(ID));
  }

  /** OkHttp and Jackson by hand. */
  BareApi.BareConversation okhttp() throws IOException {
    var request = new Request.Builder().url(url + "conversation/" + ID).build();
    try (var response = client.newCall(request).execute()) {
      return BareApi.MAPPER.readValue(response.body().bytes(), BareApi.One.class).conversation();
    }
  }

  /** Retrofit and Jackson. */
  BareApi.BareConversation retrofit() throws IOException {
    return Objects.requireNonNull(retrofit.get(ID).execute().body()).conversation();
  }

  /** All three read the same. */
  @Setup
  public void check() throws IOException {
    if (!adapter().id().value().equals(ID)
        || !okhttp().equals(retrofit())
        || !okhttp().id().equals(ID)) {
      throw new IllegalStateException("The three do not read the same.");
    }
  }

  /** Lets everything go. */
  @TearDown
  public void close() throws IOException {
    gateway.close();
    server.close();
  }
}
