package io.inboxport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.inboxport.call.InboxException;
import io.inboxport.call.InboxException.AuthenticationFailed;
import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.call.InboxException.Unavailable;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.reply.ReplyDraft;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One attempt sends one request, whatever client the embedder gives. */
class WriteSafetyTest {
  private static final ConversationId ID = ConversationId.of("eit000000000001");
  private static final String DONE = "{\"Result\":true}";

  private final ScriptedServer server = new ScriptedServer();
  private final OkHttpClient.Builder embedders = new OkHttpClient.Builder();

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpInboxGateway gateway() {
    return ScriptedServer.single(
        server.settings().client(embedders.build()), Duration.ofSeconds(10));
  }

  private static MockResponse.Builder answer(int status) {
    return new MockResponse.Builder().code(status);
  }

  private void replyEndsUnknown() {
    assertThatThrownBy(() -> gateway().reply(ID, ReplyDraft.of("On it!")))
        .isInstanceOf(OutcomeUnknown.class);
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void a_read_that_is_answered_about_another_conversation_is_unreadable() {
    server.answers("{\"Result\":true,\"Conversation\":{\"Id\":\"eit000000000002\"}}");

    assertThatThrownBy(() -> gateway().get(ID))
        .isInstanceOf(InboxException.UnreadableResponse.class)
        .hasMessageContaining("something else than what was asked");
  }

  @ParameterizedTest
  @CsvSource({"eit000000000002, 00A000000000002", "eit000000000001, 00A000000000003"})
  void an_assignment_that_is_answered_about_another_leaves_its_outcome_unknown(
      String item, String assignee) {
    server.answers(
        "{\"Result\":true,\"Assignment\":{\"ItemId\":\"%s\",\"AssigneeId\":\"%s\"}}"
            .formatted(item, assignee));

    assertThatThrownBy(() -> gateway().assign(ID, UserId.of("00A000000000002"), null))
        .isInstanceOf(OutcomeUnknown.class)
        .hasMessageContaining("something else than what was asked");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 403, 404, 429})
  void an_answer_that_an_interceptor_makes_up_after_departure_is_none(int status) {
    server.answers(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()));
    embedders.addInterceptor(
        chain -> {
          try {
            return chain.proceed(chain.request());
          } catch (IOException broken) {
            return new Response.Builder()
                .request(chain.request())
                .protocol(Protocol.HTTP_1_1)
                .code(status)
                .message("made up")
                .body(ResponseBody.create(DONE, null))
                .build();
          }
        });

    assertThatThrownBy(() -> gateway().reply(ID, ReplyDraft.of("On it!")))
        .isInstanceOf(OutcomeUnknown.class)
        .hasMessageContaining("An interceptor answered in place of the server.");
  }

  @Test
  void a_failure_that_an_interceptor_makes_up_before_departure_did_nothing() {
    embedders.addInterceptor(
        chain ->
            new Response.Builder()
                .request(chain.request())
                .protocol(Protocol.HTTP_1_1)
                .code(503)
                .message("made up")
                .body(ResponseBody.create("", null))
                .build());

    assertThatThrownBy(() -> gateway().reply(ID, ReplyDraft.of("On it!")))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("An interceptor answered 503 in place of the server.");
    assertThat(server.requests()).isZero();
  }

  @Test
  void an_error_on_this_side_after_departure_leaves_the_outcome_unknown() {
    server.answers(DONE);
    embedders.addInterceptor(
        chain -> {
          chain.proceed(chain.request()).close();
          throw new StackOverflowError("made up");
        });

    assertThatThrownBy(() -> gateway().reply(ID, ReplyDraft.of("On it!")))
        .isInstanceOf(OutcomeUnknown.class)
        .hasCauseInstanceOf(StackOverflowError.class);
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void a_write_of_unknown_outcome_tells_when_it_was_given_up() {
    server.answers("no JSON");

    var unknown =
        catchThrowableOfType(
            OutcomeUnknown.class, () -> gateway().reply(ID, ReplyDraft.of("On it!")));

    assertThat(unknown.endedAt()).isAfterOrEqualTo(unknown.attemptedAt());
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void no_redirect_is_followed(int status) {
    var elsewhere = server.itself().url("/elsewhere");
    server.answers(answer(status).addHeader("Location", elsewhere)).answers(DONE);

    replyEndsUnknown();
  }

  @Test
  void a_read_is_not_redirected_either() {
    server.answers(answer(302).addHeader("Location", server.itself().url("/elsewhere")));
    server.answers(DONE);

    assertThatThrownBy(() -> gateway().get(ID))
        .isInstanceOf(InboxException.UnreadableResponse.class);
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void a_408_is_not_an_invitation() {
    server.answers(answer(408)).answers(DONE);

    replyEndsUnknown();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "00", "99999999999999999999"})
  void a_503_is_not_an_invitation(String retryAfter) {
    server.answers(answer(503).addHeader("Retry-After", retryAfter)).answers(DONE);

    replyEndsUnknown();
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 503})
  void a_read_is_not_repeated_behind_our_back(int status) {
    server.answers(answer(status).addHeader("Retry-After", "0")).answers(DONE);

    assertThatThrownBy(() -> gateway().list(ConversationQuery.all()))
        .isInstanceOf(Unavailable.class);
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void an_authenticator_does_not_send_it_again() {
    embedders.authenticator(
        (route, response) ->
            response.request().newBuilder().header("Authorization", "Basic other").build());
    server.answers(401, "").answers(DONE);

    assertThatThrownBy(() -> gateway().reply(ID, ReplyDraft.of("On it!")))
        .isInstanceOf(AuthenticationFailed.class);
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void an_interceptor_that_repeats_is_held_back() {
    embedders.addInterceptor(WriteSafetyTest::twice);
    server.answers(502, "").answers(DONE);

    replyEndsUnknown();
  }

  @Test
  void a_write_with_an_empty_body_is_held_back_too() {
    embedders.addInterceptor(
        chain -> twice(chain, chain.request().newBuilder().post(RequestBody.EMPTY).build()));
    server.answers(502, "").answers(DONE);

    replyEndsUnknown();
  }

  @Test
  void a_body_that_an_interceptor_made_repeatable_is_held_back() {
    embedders.addInterceptor(
        chain -> {
          var copy = RequestBody.create("message=Hi", null);
          return chain.proceed(chain.request().newBuilder().post(copy).build());
        });
    server.answers(answer(408)).answers(DONE);

    replyEndsUnknown();
  }

  @Test
  void a_request_built_anew_by_an_interceptor_is_held_back() {
    embedders.addInterceptor(
        chain ->
            twice(
                chain,
                new Request.Builder()
                    .url(chain.request().url())
                    .post(RequestBody.create("message=Hi", null))
                    .build()));
    server.answers(502, "").answers(DONE);

    replyEndsUnknown();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_pooled_connection_that_breaks_does_not_send_it_twice(boolean repeating) {
    embedders.retryOnConnectionFailure(repeating);
    server.answers(DONE);
    server.answers(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()));
    server.answers(DONE);
    var gateway = gateway();
    gateway.setStatus(ID, Status.OPEN);

    assertThatThrownBy(() -> gateway.reply(ID, ReplyDraft.of("On it!")))
        .isInstanceOf(OutcomeUnknown.class);
    assertThat(server.requests()).isEqualTo(2);
  }

  @Test
  void a_pooled_connection_that_breaks_costs_a_read_its_one_attempt() {
    server.answers(Specimen.GET.answer());
    server.answers(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()));
    server.answers(Specimen.GET.answer()).answers(Specimen.GET.answer());
    var gateway = gateway();
    gateway.get(ConversationId.of("eit1"));

    assertThatThrownBy(() -> gateway.get(ConversationId.of("eit1")))
        .isInstanceOf(Unavailable.class);
    assertThat(server.requests()).isEqualTo(2);
    assertThat(gateway.get(ConversationId.of("eit1")).profileName()).isEqualTo("s3cret");
  }

  @Test
  void interceptors_of_the_application_do_not_see_the_key() {
    var seen = new ArrayList<Request>();
    embedders.addInterceptor(
        chain -> {
          seen.add(chain.request());
          var response = chain.proceed(chain.request());
          seen.add(response.request());
          assertThat(response.networkResponse()).isNull();
          return response;
        });
    server.answers(DONE);

    gateway().reply(ID, ReplyDraft.of("On it!"));

    assertThat(seen).hasSize(2);
    assertThat(seen).allMatch(request -> request.header("Authorization") == null);
    assertThat(server.request().getHeaders().get("Authorization")).startsWith("Basic ");
  }

  @Test
  void an_interceptor_that_goes_elsewhere_does_not_take_the_key_along() {
    try (var other = new ScriptedServer()) {
      var elsewhere = other.itself().url("/elsewhere");
      embedders.addInterceptor(
          chain -> chain.proceed(chain.request().newBuilder().url(elsewhere).build()));
      other.answers(DONE);

      gateway().reply(ID, ReplyDraft.of("On it!"));

      assertThat(other.request().getHeaders().get("Authorization")).isNull();
    }
  }

  @Test
  void the_embedders_client_keeps_its_listeners_and_its_settings() {
    var calls = new AtomicInteger();
    embedders.eventListener(
        new EventListener() {
          @Override
          public void callStart(Call call) {
            calls.incrementAndGet();
          }
        });
    var client = embedders.build();
    server.answers(DONE);
    try (var gateway =
        ScriptedServer.single(server.settings().client(client), Duration.ofSeconds(10))) {
      gateway.reply(ID, ReplyDraft.of("On it!"));
    }

    assertThat(calls).hasValue(1);
    assertThat(client.followRedirects()).isTrue();
    assertThat(client.interceptors()).isEmpty();
    assertThat(client.connectionPool().connectionCount()).isEqualTo(1);
    assertThat(client.dispatcher().executorService().isShutdown()).isFalse();
  }

  private static okhttp3.Response twice(Interceptor.Chain chain) throws IOException {
    return twice(chain, chain.request());
  }

  private static okhttp3.Response twice(Interceptor.Chain chain, Request request)
      throws IOException {
    var first = chain.proceed(request);
    if (first.isSuccessful()) {
      return first;
    }
    first.close();
    return chain.proceed(request);
  }
}
