package io.inboxport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.call.InboxException.Unavailable;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.Status;
import io.inboxport.port.InboxGateway;
import io.inboxport.reply.ReplyDraft;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests what a gateway can be told, and what it refuses. */
class SettingsTest {
  private static final Credentials CREDENTIALS = Credentials.of("0011", "s3cret-key");

  @ParameterizedTest
  @CsvSource({
    "https://api.example.com, https://api.example.com/",
    "https://api.example.com/v2, https://api.example.com/v2/",
    "https://api.example.com/v2/, https://api.example.com/v2/",
    "HTTPS://API.example.com:8443/a/b, https://api.example.com:8443/a/b/",
    "http://127.0.0.1:8080, http://127.0.0.1:8080/",
    "http://127.8.9.10/v2, http://127.8.9.10/v2/",
    "http://localhost/v2, http://localhost/v2/",
    "http://[::1]:80/v2, http://[::1]/v2/"
  })
  void a_base_url_resolves_endpoints_below_its_path(URI given, String expected) {
    assertThat(BaseUrl.of(given)).hasToString(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.oktopost.com/v2",
        "http://127.0.0.1.example.com",
        "http://127.1.example.com",
        "http://localhost.example.com",
        "http://10.0.0.1",
        "http://0.0.0.0",
        "http://[::2]",
        "http://[fe80::1]"
      })
  void the_key_never_travels_in_the_clear(URI url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HttpInboxGateway.builder().baseUrl(url))
        .withMessageStartingWith(
            "The base URL of host \"" + url.getHost() + "\" would send the key")
        .withMessageContaining("use https");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://api.example.com",
        "api.example.com/v2",
        "/v2",
        "https:///v2",
        "mailto:a@example.com",
        "https://api.example.com/v2?key=s3cret",
        "https://api.example.com/v2#s3cret",
        "ftp://api.example.com/s3cret",
        "https://0011:s3cret/v2",
        "https:0011:s3cret",
        "https:0011:s3cret@api.example.com/v2",
        "https://user:s3cret@api.example.com/v2"
      })
  void a_base_url_is_scheme_host_port_and_path(URI url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HttpInboxGateway.builder().baseUrl(url))
        .withMessageStartingWith("The base URL ")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cret"));
  }

  @Test
  void a_refused_base_url_is_told_by_its_host() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BaseUrl.of(URI.create("https://api.oktopost.com/v2?key=s3cret")))
        .withMessage(
            "The base URL of host \"api.oktopost.com\" has a query or a fragment: give scheme,"
                + " host, port and path only.");
  }

  @Test
  void each_region_has_its_host() {
    assertThat(Region.US.url()).hasToString("https://api.oktopost.com/v2/");
    assertThat(Region.EU.url()).hasToString("https://eu-api.oktopost.com/v2/");
  }

  @Test
  void credentials_never_print_their_key() {
    assertThat(CREDENTIALS).hasToString("Credentials[0011]");
    assertThat(CREDENTIALS.account().value()).isEqualTo("0011");
  }

  @Test
  void credentials_are_sent_in_utf_8() {
    assertThat(Credentials.of("ä", "ключ").token()).isEqualTo("w6Q60LrQu9GO0Yc=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "s3cret ", "\ts3cret", "s3cret\n"})
  void a_key_with_white_space_around_it_is_refused_without_being_told(String key) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Credentials.of("0011", key))
        .withMessage("The API key is blank or has white space around it: give the key alone.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "00:11"})
  void an_account_id_that_basic_authentication_cannot_send_is_refused(String account) {
    assertThatIllegalArgumentException().isThrownBy(() -> Credentials.of(account, "key"));
  }

  @Test
  void an_account_id_with_a_key_behind_it_is_refused_without_being_told() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Credentials.of("001000000000001:s3cret", "x"))
        .withMessage(
            "The account id holds a colon: give the id alone, and the API key as the second"
                + " argument.");
  }

  static Stream<UnaryOperator<HttpInboxGateway.Builder>> unsound() {
    return Stream.of(
        b -> b.connectTimeout(Duration.ZERO),
        b -> b.connectTimeout(Duration.ofSeconds(-1)),
        b -> b.connectTimeout(Duration.ofNanos(999_999)),
        b -> b.readTimeout(Duration.ofNanos(5)),
        b -> b.readTimeout(Duration.ofDays(1).plusNanos(1)),
        b -> b.deadline(Duration.ofNanos(999_999)),
        b -> b.userAgent(""),
        b -> b.userAgent("a\nb"),
        b -> b.userAgent("ü"),
        b -> b.maxResponseBytes(0),
        b -> b.maxResponseBytes(Long.MAX_VALUE));
  }

  @ParameterizedTest
  @MethodSource("unsound")
  void an_unsound_setting_is_refused_at_once(UnaryOperator<HttpInboxGateway.Builder> setting) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> setting.apply(HttpInboxGateway.builder()))
        .withMessageStartingWith("The ");
  }

  @Test
  void a_timeout_may_be_a_millisecond_or_a_day() {
    for (var timeout : List.of(Duration.ofMillis(1), Duration.ofDays(1))) {
      var settings = HttpInboxGateway.builder().credentials(CREDENTIALS);
      assertThatCode(
              () ->
                  settings
                      .connectTimeout(timeout)
                      .readTimeout(timeout)
                      .deadline(timeout)
                      .build()
                      .close())
          .doesNotThrowAnyException();
    }
  }

  @Test
  void a_gateway_needs_credentials() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HttpInboxGateway.builder().build())
        .withMessage("There are no credentials: give account id and key.");
  }

  @Test
  void a_user_agent_of_ones_own_is_sent() {
    try (var server = new ScriptedServer();
        var gateway =
            ScriptedServer.single(
                server.answers("{\"Result\":true}").settings().userAgent("Acme Desk/7"),
                Duration.ofSeconds(10))) {
      gateway.setStatus(ConversationId.of("eit1"), Status.OPEN);

      assertThat(server.request().getHeaders().get("User-Agent")).isEqualTo("Acme Desk/7");
    }
  }

  @Test
  void a_closed_gateway_sends_nothing() {
    try (var server = new ScriptedServer()) {
      var gateway = server.gateway();
      gateway.close();
      gateway.close();

      assertThatThrownBy(() -> gateway.get(ConversationId.of("eit1")))
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining("This gateway is closed: make a new one first.");
      assertThat(server.requests()).isZero();
    }
  }

  @SuppressWarnings("NullAway") // On purpose.
  static Stream<Consumer<InboxGateway>> withoutArgument() {
    return Stream.of(
        g -> g.list(null),
        g -> g.get(null),
        g -> g.timeline(null, null),
        g -> g.setStatus(null, Status.OPEN),
        g -> g.setStatus(ConversationId.of("eit1"), null),
        g -> g.addNote(null, "Hi"),
        g -> g.addNote(ConversationId.of("eit1"), null),
        g -> g.reply(null, ReplyDraft.of("Hi")),
        g -> g.reply(ConversationId.of("eit1"), null),
        g -> g.createCase(ConversationId.of("eit1"), null),
        g -> g.replaceTags(ConversationId.of("eit1"), null),
        g -> g.assign(ConversationId.of("eit1"), null, null));
  }

  @ParameterizedTest
  @MethodSource("withoutArgument")
  void a_missing_argument_is_a_mistake_of_the_caller(Consumer<InboxGateway> call) {
    try (var gateway = HttpInboxGateway.builder().credentials(CREDENTIALS).build()) {
      assertThatNullPointerException().isThrownBy(() -> call.accept(gateway));
    }
  }

  @Test
  void the_largest_query_of_all_is_still_a_request() {
    try (var server = new ScriptedServer();
        var gateway = server.answers(Specimen.LIST.answer()).gateway()) {
      gateway.list(ConversationQuery.all().matching("ü".repeat(1_000)));

      assertThat(server.request().getUrl().queryParameter("q")).isEqualTo("ü".repeat(1_000));
    }
  }
}
