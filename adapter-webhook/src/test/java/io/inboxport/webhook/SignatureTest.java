package io.inboxport.webhook;

import static io.inboxport.webhook.SignedBody.DOCUMENTED;
import static io.inboxport.webhook.SignedBody.SECRET;
import static io.inboxport.webhook.SignedBody.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A body is an event only if one of the secrets gives its signature. */
class SignatureTest {
  private static final WebhookReceiver RECEIVER = WebhookReceiver.of(SECRET);
  private static final SignedBody BODY = SignedBody.of(DOCUMENTED);

  @Test
  void the_signature_is_the_one_that_openssl_gives() {
    // printf '{"event":"newConversation"}' | openssl dgst -sha1 -hmac topsecret
    var body = "{\"event\":\"newConversation\"}".getBytes(StandardCharsets.UTF_8);

    assertThat(SignedBody.of(body, "topsecret").signature())
        .isEqualTo("a81b51bb8b66df5609f79f953132fa2618cdef12");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Oktopost-Signature",
        "X-Oktopost-Secret",
        "x-oktopost-signature",
        "x-oktopost-secret",
        "X-OKTOPOST-SIGNATURE",
        "X-oktopost-secret"
      })
  void either_header_is_read_in_any_case(String name) {
    assertThat(
            RECEIVER.receive(
                BODY.bytes(), Map.of("Host", List.of("a"), name, List.of(BODY.signature()))))
        .isInstanceOf(WebhookResult.Accepted.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Oktopost-Signature",
        "X-Oktopost-Secret",
        "x-oktopost-signature",
        "x-oktopost-secret"
      })
  void a_look_up_that_tells_case_apart_is_asked_in_both_usual_spellings(String name) {
    Map<String, String> headers = Map.of(name, BODY.signature());

    assertThat(RECEIVER.receive(BODY.bytes(), headers::get).httpStatus()).isEqualTo(200);
  }

  @Test
  void digits_may_have_any_case_and_blanks_around_them() {
    for (var text :
        List.of(BODY.signature().toUpperCase(Locale.ROOT), " " + BODY.signature() + "\t")) {
      assertThat(new SignedBody(BODY.bytes(), text).sentTo(RECEIVER).httpStatus()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', MALFORMED_SIGNATURE",
    "' ', MALFORMED_SIGNATURE",
    "0, MALFORMED_SIGNATURE",
    "000000000000000000000000000000000000000, MALFORMED_SIGNATURE",
    "00000000000000000000000000000000000000000, MALFORMED_SIGNATURE",
    "000000000000000000000000000000000000000g, MALFORMED_SIGNATURE",
    "000000000000000000000000000000000000000\u0661, MALFORMED_SIGNATURE",
    "sha1=00000000000000000000000000000000000, MALFORMED_SIGNATURE",
    "0000000000000000000000000000000000000000, WRONG_SIGNATURE",
    "ffffffffffffffffffffffffffffffffffffffff, WRONG_SIGNATURE"
  })
  void another_text_is_no_signature(String text, WebhookRefusal reason) {
    var result = new SignedBody(BODY.bytes(), text).sentTo(RECEIVER);

    assertThat(refusal(result)).isEqualTo(reason);
    assertThat(result.httpStatus()).isEqualTo(401);
  }

  @Test
  void a_body_without_a_signature_is_refused() {
    assertThat(refusal(RECEIVER.receive(BODY.bytes(), name -> null)))
        .isEqualTo(WebhookRefusal.UNSIGNED);
    assertThat(refusal(RECEIVER.receive(BODY.bytes(), Map.of("Host", List.of("a")))))
        .isEqualTo(WebhookRefusal.UNSIGNED);
    var statusLine = new HashMap<String, List<String>>();
    statusLine.put(null, List.of(BODY.signature()));
    assertThat(refusal(RECEIVER.receive(BODY.bytes(), statusLine)))
        .isEqualTo(WebhookRefusal.UNSIGNED);
  }

  @Test
  void each_byte_of_a_body_that_is_flipped_is_noticed() {
    for (int i = 0; i < BODY.bytes().length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        var changed = BODY.bytes().clone();
        changed[i] ^= (byte) (1 << bit);

        assertThat(refusal(new SignedBody(changed, BODY.signature()).sentTo(RECEIVER)))
            .as("bit %s of byte %s", bit, i)
            .isEqualTo(WebhookRefusal.WRONG_SIGNATURE);
      }
    }
  }

  @Test
  void each_digit_of_a_signature_that_is_changed_is_noticed() {
    for (int i = 0; i < BODY.signature().length(); i++) {
      var digits = new StringBuilder(BODY.signature());
      digits.setCharAt(i, digits.charAt(i) == '0' ? '1' : '0');

      assertThat(refusal(new SignedBody(BODY.bytes(), digits.toString()).sentTo(RECEIVER)))
          .isEqualTo(WebhookRefusal.WRONG_SIGNATURE);
    }
  }

  @Test
  void a_body_that_is_cut_or_goes_on_is_refused() {
    for (int length = 0; length < BODY.bytes().length; length++) {
      var cut = Arrays.copyOf(BODY.bytes(), length);
      assertThat(refusal(new SignedBody(cut, BODY.signature()).sentTo(RECEIVER)))
          .isEqualTo(WebhookRefusal.WRONG_SIGNATURE);
    }
    var more = Arrays.copyOf(BODY.bytes(), BODY.bytes().length + 1);
    assertThat(refusal(new SignedBody(more, BODY.signature()).sentTo(RECEIVER)))
        .isEqualTo(WebhookRefusal.WRONG_SIGNATURE);
  }

  @Test
  void while_a_secret_is_replaced_both_are_good() {
    var both = WebhookReceiver.of("new secret", SECRET);

    assertThat(BODY.sentTo(both).httpStatus()).isEqualTo(200);
    assertThat(SignedBody.of(BODY.bytes(), "new secret").sentTo(both).httpStatus()).isEqualTo(200);
    assertThat(refusal(SignedBody.of(BODY.bytes(), "third").sentTo(both)))
        .isEqualTo(WebhookRefusal.WRONG_SIGNATURE);
  }

  @Test
  void of_several_signatures_one_is_enough() {
    var headers =
        Map.of(
            "X-Oktopost-Secret", List.of("not one", "0".repeat(40)),
            "X-Oktopost-Signature", List.of(BODY.signature()));

    assertThat(RECEIVER.receive(BODY.bytes(), headers).httpStatus()).isEqualTo(200);
  }

  @Test
  void a_secret_of_one_webhook_signs_for_no_other_one() {
    var receiver = WebhookReceiver.of("any").forWebhook("whk000000000001", SECRET);

    assertThat(BODY.sentTo(receiver).httpStatus()).isEqualTo(200);
    for (var other : List.of("{\"event\":\"e\",\"webhookId\":\"whk2\"}", "{\"event\":\"e\"}")) {
      assertThat(refusal(SignedBody.of(other).sentTo(receiver)))
          .isEqualTo(WebhookRefusal.OTHER_WEBHOOK);
      var signedByAny = SignedBody.of(other.getBytes(StandardCharsets.UTF_8), "any");
      assertThat(signedByAny.sentTo(receiver).httpStatus()).isEqualTo(200);
    }
  }

  @Test
  void two_webhooks_may_have_the_same_secret() {
    var receiver =
        WebhookReceiver.of("any")
            .forWebhook("whk000000000002", SECRET)
            .forWebhook("whk000000000001", SECRET);

    assertThat(BODY.sentTo(receiver).httpStatus()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void a_blank_secret_is_refused_at_once(String blank) {
    assertThatThrownBy(() -> WebhookReceiver.of(blank))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("blank");
    assertThatThrownBy(() -> WebhookReceiver.of("good", blank))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> WebhookReceiver.of("good").forWebhook("whk1", blank))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> WebhookReceiver.of("good").forWebhook(blank, "good"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_receiver_has_one_to_a_hundred_secrets() {
    assertThatThrownBy(WebhookReceiver::of).isInstanceOf(IllegalArgumentException.class);
    var many = IntStream.range(0, 100).mapToObj(i -> "secret" + i).toList();
    var receiver = WebhookReceiver.of(many.toArray(String[]::new));

    assertThat(SignedBody.of(BODY.bytes(), "secret99").sentTo(receiver).httpStatus())
        .isEqualTo(200);
    assertThatThrownBy(() -> receiver.forWebhook("whk1", "one more"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("101");
  }

  @Test
  void nothing_shows_a_secret() {
    var receiver = WebhookReceiver.of(SECRET).forWebhook("whk1", "second-secret");

    assertThat(receiver.toString()).doesNotContain(SECRET, "second-secret").contains("2");
    assertThat(WebhookSecret.of(SECRET, "whk1").toString()).doesNotContain(SECRET, "whk1");
    assertThat(WebhookSecret.of(SECRET, null).toString()).doesNotContain(SECRET);
  }

  @Test
  void the_largest_body_is_read_and_a_larger_one_is_not() {
    var start = "{\"event\":\"newConversation\",\"data\":\"";
    var text = start + "x".repeat(WebhookReceiver.LARGEST_BODY - start.length() - 2) + "\"}";

    assertThat(SignedBody.of(text).sentTo(RECEIVER).httpStatus()).isEqualTo(200);
    var larger = SignedBody.of(text + " ").sentTo(RECEIVER);
    assertThat(refusal(larger)).isEqualTo(WebhookRefusal.TOO_LARGE);
    assertThat(larger.httpStatus()).isEqualTo(413);
  }
}
