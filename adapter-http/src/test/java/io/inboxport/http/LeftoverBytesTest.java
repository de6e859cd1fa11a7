package io.inboxport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.budget.MonotonicTime;
import io.inboxport.budget.RequestBudget;
import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.call.InboxException.Rejected;
import io.inboxport.call.InboxException.Unavailable;
import io.inboxport.conversation.ConversationId;
import io.inboxport.reply.ReplyDraft;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.net.SocketFactory;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection with bytes left on it that no request asked for carries no further request. */
@Timeout(120)
class LeftoverBytesTest {
  private static final ConversationId ID = ConversationId.of("eit1");
  private static final ReplyDraft DRAFT = ReplyDraft.of("On it!");
  private static final String DONE = ByteServer.ok("{\"Result\":true}");
  private static final String REFUSED =
      ByteServer.answer(
          "400 Bad Request",
          "",
          "{\"Result\":false,\"Errors\":{\"API\":{\"Error\":\"The item is closed.\"}}}");
  private static final String TIMED_OUT =
      ByteServer.answer("408 Request Timeout", "Connection: close\r\n", "");
  private static final Pattern ASKED = Pattern.compile("/conversation/(\\w+)$");

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_surplus_answer_is_not_taken_for_the_next_call(boolean tls) throws Exception {
    var server = new ByteServer(tls, inTurn(DONE + DONE, REFUSED, DONE));
    try (server;
        var gateway = gateway(server, server.client(), "key-1")) {
      gateway.reply(ID, DRAFT);

      assertThatThrownBy(() -> gateway.reply(ID, DRAFT)).isInstanceOf(Rejected.class);
      assertThatCode(() -> gateway.reply(ID, DRAFT)).doesNotThrowAnyException();
      assertThat(server.requests()).isEqualTo(3);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void an_unasked_408_costs_no_write_its_outcome(boolean tls) throws Exception {
    var server = new ByteServer(tls, inTurn(DONE + TIMED_OUT, DONE));
    try (server;
        var gateway = gateway(server, server.client(), "key-1")) {
      gateway.reply(ID, DRAFT);

      assertThatCode(() -> gateway.reply(ID, DRAFT)).doesNotThrowAnyException();
      assertThat(server.requests()).isEqualTo(2);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n\r\n", "}", "HTTP/1.1 200 OK\r\n"})
  void any_surplus_byte_ends_the_connection(String surplus) throws Exception {
    var server = new ByteServer(false, inTurn(DONE + surplus, DONE));
    try (server;
        var gateway = gateway(server, server.client(), "key-1")) {
      gateway.reply(ID, DRAFT);
      gateway.reply(ID, DRAFT);

      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_clean_connection_is_kept(boolean tls) throws Exception {
    var chunks = "1\r\n{\r\ne;note=x\r\n\"Result\": true\r\n1\r\n}\r\n0\r\nTrailer: x\r\n\r\n";
    var chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks;
    var early = "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + DONE;
    var server = new ByteServer(tls, inTurn(DONE, chunked, early, REFUSED, DONE));
    try (server;
        var gateway = gateway(server, server.client(), "key-1")) {
      gateway.reply(ID, DRAFT);
      gateway.reply(ID, DRAFT);
      gateway.reply(ID, DRAFT);
      assertThatThrownBy(() -> gateway.reply(ID, DRAFT)).isInstanceOf(Rejected.class);
      gateway.reply(ID, DRAFT);

      assertThat(server.requests()).isEqualTo(5);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 15\r\nContent-Length: 14",
        "Content-Length: 15, 15",
        "Content-Length: fifteen",
        "Content-Length: -1",
        "Content-Length: 15\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: gzip, chunked\r\nContent-Length: 15",
      })
  void an_answer_with_contradicting_lengths_is_none(String lengths) throws Exception {
    var answer = "HTTP/1.1 200 OK\r\n" + lengths + "\r\n\r\n{\"Result\":true}";
    var server = new ByteServer(false, inTurn(answer, answer, DONE));
    try (server;
        var gateway = gateway(server, server.client(), "key-1")) {
      assertThatThrownBy(() -> gateway.reply(ID, DRAFT)).isInstanceOf(OutcomeUnknown.class);
      assertThatThrownBy(() -> gateway.get(ID)).isInstanceOf(Unavailable.class);
      gateway.reply(ID, DRAFT);

      assertThat(server.connections()).isEqualTo(3);
    }
  }

  @Test
  void a_server_that_answers_everything_twice_gets_each_request_once() throws Exception {
    var server = new ByteServer(false, request -> DONE + DONE);
    try (server;
        var gateway = gateway(server, server.client(), "key-1")) {
      for (int i = 0; i < 10; i++) {
        gateway.reply(ID, DRAFT);
      }
      assertThat(server.connections()).isEqualTo(10);
    }
  }

  @Test
  void a_connection_that_cannot_be_watched_carries_one_request() throws Exception {
    var server = new ByteServer(false, inTurn(DONE + REFUSED, DONE));
    var client = server.client().newBuilder().socketFactory(new PlainSockets()).build();
    try (server;
        var gateway = gateway(server, client, "key-1")) {
      gateway.reply(ID, DRAFT);
      gateway.reply(ID, DRAFT);

      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void no_connection_serves_two_keys(boolean tls) throws Exception {
    var server = new ByteServer(tls, request -> DONE);
    var client = server.client();
    try (server;
        var one = gateway(server, client, "key-1");
        var same = gateway(server, client, "key-1");
        var other = gateway(server, client, "key-2")) {
      one.reply(ID, DRAFT);
      same.reply(ID, DRAFT);
      other.reply(ID, DRAFT);
      one.reply(ID, DRAFT);

      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Tag("crowd") // A mutation run leaves it out: it takes too long to be made for each change.
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void two_accounts_over_one_client_never_get_an_answer_of_another_call(boolean tls)
      throws Exception {
    int calls = 10_000;
    int surplus = tls ? 50 : 3; // Each costs a connection.
    var number = new AtomicInteger();
    var server =
        new ByteServer(
            tls,
            request -> {
              var asked = ASKED.matcher(request);
              var id = asked.find() ? asked.group(1) : "none";
              var body = "{\"Result\":true,\"Conversation\":{\"Id\":\"" + id + "\"}}";
              return number.incrementAndGet() % surplus == 0
                  ? ByteServer.ok(body).repeat(2)
                  : ByteServer.ok(body);
            });
    var client = server.client();
    var threads = Executors.newFixedThreadPool(2);
    try (server;
        var one = gateway(server, client, "key-1");
        var other = gateway(server, client, "key-2")) {
      var first = threads.submit(() -> callAll(one, "one", calls / 2));
      var second = threads.submit(() -> callAll(other, "other", calls / 2));
      first.get();
      second.get();

      assertThat(server.requests()).isEqualTo(calls);
    } finally {
      threads.shutdownNow();
    }
  }

  private static int callAll(HttpInboxGateway gateway, String name, int calls) {
    for (int i = 0; i < calls; i++) {
      var id = ConversationId.of(name + i);
      assertThat(gateway.get(id).id()).isEqualTo(id);
    }
    return calls;
  }

  private static Function<String, String> inTurn(String... answers) {
    var next = new AtomicInteger();
    return request -> answers[next.getAndIncrement()];
  }

  private static HttpInboxGateway gateway(ByteServer server, OkHttpClient client, String key) {
    return HttpInboxGateway.builder()
        .credentials(Credentials.of("001", key))
        .budget(RequestBudget.unlimited())
        .accounts(new AccountRegistry(MonotonicTime.SYSTEM, Clock.systemUTC()))
        .attempts(1)
        .client(client)
        .baseUrl(server.url())
        .build();
  }

  /** Sockets of the embedder, which this project cannot watch. */
  private static final class PlainSockets extends SocketFactory {
    @Override
    public Socket createSocket() {
      return new Socket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      return new Socket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
        throws IOException {
      return new Socket(host, port, localHost, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      return new Socket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
        throws IOException {
      return new Socket(host, port, localHost, localPort);
    }
  }
}
