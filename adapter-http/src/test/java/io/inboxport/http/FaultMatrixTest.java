package io.inboxport.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.budget.MonotonicTime;
import io.inboxport.budget.SteppedTime;
import io.inboxport.call.InboxException;
import io.inboxport.call.Operation;
import io.inboxport.conversation.Network;
import io.inboxport.inmemory.Fault;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.InboundItem;
import io.inboxport.port.InboxGateway;
import io.inboxport.salesforce.IntegrationId;
import io.inboxport.testkit.http.HttpAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okhttp3.ConnectionPool;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Everything a server can do, to every operation, through every kind of client: how many requests
 * the server could have executed, and what the caller is told.
 */
class FaultMatrixTest {
  private static final String TEXT = "We are on it.";
  private static final String START = "<!-- table: FaultMatrixTest -->\n";
  private static final String END = "<!-- end of table -->\n";

  private static final OkHttpClient EMBEDDERS =
      new OkHttpClient.Builder()
          .authenticator(
              (route, response) ->
                  response
                      .request()
                      .newBuilder()
                      .header("Authorization", Credentials.basic("a-stranger", "else"))
                      .build())
          .build();

  private static final Map<Cell, Ending> ENDINGS = new TreeMap<>();

  private enum Client {
    OURS,
    EMBEDDERS_DEFAULT,
    REUSED_CONNECTION
  }

  private record Cell(Misbehavior how, Operation operation, Client client)
      implements Comparable<Cell> {
    @Override
    public int compareTo(Cell other) {
      return toString().compareTo(other.toString());
    }
  }

  /** The error that the caller gets, and the number of requests that arrived whole. */
  private record Ending(String told, int requests) {}

  @BeforeAll
  static void makeEveryCall() throws Exception {
    // Most of the time is waiting for what never comes.
    var executor = Executors.newFixedThreadPool(12);
    var endings = new TreeMap<Cell, Future<Ending>>();
    for (var how : Misbehavior.values()) {
      for (var operation : Operation.ofInbox()) {
        for (var client : Client.values()) {
          var cell = new Cell(how, operation, client);
          Callable<Ending> call = () -> ending(cell);
          endings.put(cell, executor.submit(call));
        }
      }
    }
    for (var entry : endings.entrySet()) {
      ENDINGS.put(entry.getKey(), entry.getValue().get());
    }
    executor.shutdown();
  }

  @Test
  void no_write_reaches_the_server_twice() {
    assertThat(ENDINGS)
        .hasSize(25 * 10 * 3)
        .allSatisfy(
            (cell, ending) -> {
              if (cell.operation.isWrite()) {
                assertThat(ending.requests).as(cell.toString()).isLessThanOrEqualTo(1);
              }
            });
  }

  @Test
  void a_write_that_may_have_been_executed_is_never_said_to_have_done_nothing() {
    assertThat(ENDINGS)
        .allSatisfy(
            (cell, ending) -> {
              boolean inDoubt = !cell.how.declines() && cell.how.twin() != null;
              if (cell.operation.isWrite() && ending.requests > 0 && inDoubt) {
                assertThat(ending.told).as(cell.toString()).isEqualTo("OutcomeUnknown");
              }
            });
  }

  @Test
  void no_read_reaches_the_server_more_than_three_times() {
    assertThat(ENDINGS.values()).allMatch(ending -> ending.requests <= 3);
  }

  @Test
  void the_twin_ends_in_the_same_kind() {
    assertThat(ENDINGS)
        .allSatisfy(
            (cell, ending) -> assertThat(ending.told).as(cell.toString()).isEqualTo(twin(cell)));
  }

  @Test
  void the_page_shows_what_happens() throws IOException {
    var page = Path.of(System.getProperty("house.root"), "docs", "reliability.md");
    var text = Files.readString(page);
    int start = text.indexOf(START) + START.length();
    var fresh = text.substring(0, start) + table() + text.substring(text.indexOf(END));
    var written =
        Files.writeString(
            Path.of(System.getProperty("house.root"), "adapter-http", "target", "reliability.md"),
            fresh);

    assertThat(text).as("The page is stale: replace it by " + written).isEqualTo(fresh);
  }

  private static Ending ending(Cell cell) throws IOException {
    var sample = new SampleCall(cell.operation);
    try (var server = new FaultyServer();
        var gateway = gateway(cell, server)) {
      if (cell.client == Client.REUSED_CONNECTION) {
        var good = HttpAnswer.of(200, new SampleCall(Operation.GET).answer(TEXT));
        server.serve(cell.how.before(good));
        gateway.get(SampleCall.ID);
      }
      server.serve(sample.answer(TEXT));
      server.misbehave(cell.how);
      return new Ending(told(gateway, sample), server.requests());
    }
  }

  private static HttpInboxGateway gateway(Cell cell, FaultyServer server) {
    var settings =
        HttpInboxGateway.builder()
            .credentials(io.inboxport.http.Credentials.of("001000000000001", "key-42"))
            .baseUrl(server.url())
            .accounts(accounts(cell.how))
            .readTimeout(
                cell.how == Misbehavior.STALL ? Duration.ofMillis(250) : Duration.ofSeconds(20))
            .deadline(cell.how == Misbehavior.DRIP ? Duration.ofSeconds(1) : Duration.ofMinutes(1));
    if (cell.client != Client.OURS) {
      settings.client(EMBEDDERS.newBuilder().connectionPool(new ConnectionPool()).build());
    }
    return settings.build();
  }

  /** Pauses cost no time, unless the deadline is what is looked at. */
  private static AccountRegistry accounts(Misbehavior how) {
    return how == Misbehavior.DRIP
        ? new AccountRegistry(MonotonicTime.SYSTEM, Clock.systemUTC())
        : new AccountRegistry(new SteppedTime(), Clock.systemUTC());
  }

  private static String twin(Cell cell) {
    var twin = InMemoryInboxGateway.create();
    twin.receive(
        InboundItem.directMessage().withId(SampleCall.ID).on(Network.LINKEDIN).saying("Hello?"));
    twin.addIntegration(IntegrationId.of("sfint00000000001"));
    // A server that is gone shows on a fresh connection before anything left, on a kept one after.
    boolean tooLate =
        cell.how == Misbehavior.CONNECTION_REFUSED && cell.client == Client.REUSED_CONNECTION;
    var fault = tooLate ? Fault.lost() : cell.how.twin();
    if (fault != null) {
      twin.faults().inject(cell.operation, fault);
    }
    return told(twin, new SampleCall(cell.operation));
  }

  private static String told(InboxGateway inbox, SampleCall call) {
    try {
      call.make(inbox, TEXT);
      return "Success";
    } catch (InboxException failure) {
      return failure.kind().label();
    }
  }

  private static String table() {
    var table = new StringBuilder();
    table.append("| what the server does | a read: requests | told | a write: requests | told |\n");
    table.append("|---|---|---|---|---|\n");
    for (var how : Misbehavior.values()) {
      table
          .append("| " + how.words)
          .append(" | " + cells(how, false))
          .append(" | " + cells(how, true))
          .append(" |\n");
    }
    return table.toString();
  }

  /** All operations and clients end alike; if they do not, every ending shows. */
  private static String cells(Misbehavior how, boolean write) {
    var requests = new TreeSet<Integer>();
    var told = new TreeSet<String>();
    ENDINGS.forEach(
        (cell, ending) -> {
          if (cell.how == how && cell.operation.isWrite() == write) {
            requests.add(ending.requests);
            told.add(ending.told);
          }
        });
    return joined(requests) + " | " + joined(told);
  }

  private static String joined(Iterable<?> values) {
    var texts = new ArrayList<String>();
    values.forEach(value -> texts.add(Objects.toString(value)));
    return String.join(" or ", List.copyOf(texts));
  }
}
