package io.inboxport.http;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.call.InboxException.Unavailable;
import io.inboxport.conversation.ConversationId;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In which words a call ends that got no answer. */
class BrokenOffTest {
  private static final ConversationId ID = ConversationId.of("eit000000000001");

  @Test
  void a_408_is_told_as_the_servers_answer() {
    try (var server = new ScriptedServer();
        var gateway = server.answers(408, "").answers(408, "").gateway()) {
      assertThatThrownBy(() -> gateway.get(ID))
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining("The server answered 408. Nothing happened");
      assertThatThrownBy(() -> gateway.addNote(ID, "a note"))
          .isInstanceOf(OutcomeUnknown.class)
          .hasMessageContaining("The server answered 408. Whether the server executed it");
    }
  }

  @Test
  void silence_is_told_as_lateness() {
    try (var server = new ScriptedServer()) {
      var stall = new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE);
      server.answers(stall);
      try (var gateway = ScriptedServer.single(server.settings(), Duration.ofMillis(300))) {
        assertThatThrownBy(() -> gateway.get(ID)).hasMessageContaining("No answer came in time (");
      }
    }
  }

  @Test
  void lateness_before_anything_left_is_told_as_that() {
    try (var server = new ScriptedServer()) {
      var late =
          new OkHttpClient.Builder()
              .addInterceptor(
                  chain -> {
                    throw new SocketTimeoutException("secret");
                  })
              .build();
      try (var gateway =
          ScriptedServer.single(server.settings().client(late), Duration.ofSeconds(20))) {
        assertThatThrownBy(() -> gateway.addNote(ID, "a note"))
            .isInstanceOf(Unavailable.class)
            .hasMessageContaining("The server cannot be reached in time (SocketTimeoutException).")
            .hasCauseInstanceOf(SocketTimeoutException.class);
      }
    }
  }

  @Test
  void what_is_not_http_is_not_quoted_in_a_cause() {
    try (var server = new ScriptedServer()) {
      server.answers(new MockResponse.Builder().status("Guten Tag"));
      try (var gateway = ScriptedServer.single(server.settings(), Duration.ofSeconds(20))) {
        assertThatThrownBy(() -> gateway.get(ID))
            .hasMessageContaining("(ProtocolException)")
            .hasMessageNotContaining("Guten Tag")
            .hasNoCause();
      }
    }
  }

  @Test
  void a_connection_that_breaks_is_told_as_that() {
    try (var server = new ScriptedServer()) {
      server.answers(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()));
      try (var gateway = ScriptedServer.single(server.settings(), Duration.ofSeconds(20))) {
        assertThatThrownBy(() -> gateway.get(ID))
            .hasMessageContaining("The connection broke before a whole answer came");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("quoting")
  void what_quotes_the_answer_is_no_cause(IOException quoting) {
    try (var server = new ScriptedServer()) {
      var breaking =
          new OkHttpClient.Builder()
              .addInterceptor(
                  chain -> {
                    throw quoting;
                  })
              .build();
      try (var gateway =
          ScriptedServer.single(server.settings().client(breaking), Duration.ofSeconds(20))) {
        assertThatThrownBy(() -> gateway.addNote(ID, "a note"))
            .isInstanceOf(Unavailable.class)
            .hasNoCause();
      }
    }
  }

  static Stream<IOException> quoting() {
    var suppressing = new IOException("unexpected end");
    suppressing.addSuppressed(new EOFException("content=s3cret"));
    return Stream.of(
        new EOFException("content=s3cret"),
        new IOException("unexpected end", new EOFException("content=s3cret")),
        new IOException(new NumberFormatException("For input: s3cret")),
        suppressing);
  }
}
