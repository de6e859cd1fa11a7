package io.inboxport.benchmarks;

import io.inboxport.budget.RequestBudget;
import io.inboxport.conversation.ConversationPage;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.http.Credentials;
import io.inboxport.http.HttpInboxGateway;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Decoding of a page of 100 conversations, beside data binding. Both clients get the page from an
 * interceptor instead of the network, so that decoding is nearly all there is to do.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecodingBenchmark {
  private static final MediaType JSON = MediaType.get("application/json");

  private final byte[] page = Samples.page(100).getBytes(StandardCharsets.UTF_8);
  private final OkHttpClient client =
      new OkHttpClient.Builder().addInterceptor(this::answer).build();
  private final HttpInboxGateway gateway =
      HttpInboxGateway.builder()
          .credentials(Credentials.of("001000000000001", "a key"))
          .client(client)
          .budget(RequestBudget.unlimited())
          .build();
  private final BareApi.Service bare = BareApi.at("https://api.example/v2/", client);

  private Response answer(Interceptor.Chain chain) {
    return new Response.Builder()
        .request(chain.request())
        .protocol(Protocol.HTTP_1_1)
        .code(200)
        .message("OK")
        .body(ResponseBody.create(page, JSON))
        .build();
  }

  /** Into the domain: times, vocabularies and ids included. */
  @Benchmark
  public ConversationPage domain() {
    return gateway.list(ConversationQuery.all());
  }

  /** Into records of texts. */
  @Benchmark
  public BareApi.Many binding() throws IOException {
    return Objects.requireNonNull(bare.list().execute().body());
  }

  /** Checks that both read everything. */
  @Setup
  public void check() throws IOException {
    if (domain().items().size() != 100 || binding().conversations().items().size() != 100) {
      throw new IllegalStateException("Something was not read.");
    }
  }
}
