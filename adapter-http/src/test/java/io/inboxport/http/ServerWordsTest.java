package io.inboxport.http;

import static io.inboxport.properties.Generators.strings;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.inboxport.call.InboxException;
import io.inboxport.call.InboxException.Rejected;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.properties.PropertyCheck;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.tag.TagName;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests what is told of what a server said. */
class ServerWordsTest {
  private static final ConversationId ID = ConversationId.of("eit1");

  private static String words(String body, String... sent) {
    return ServerWords.in(body.getBytes(UTF_8), List.of(sent), List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"Result\":false,\"Errors\":[]} | ''",
        "{\"Result\":false} | ''",
        "{\"Errors\":{\"Param\":{\"get\":\"Missing value for parameter postId\"}}}"
            + " | Missing value for parameter postId",
        "{\"Errors\":{\"api\":{\"message\":\"Failed to parse id\"}}} | Failed to parse id",
        "{\"Errors\":{\"API\":{\"Error\":\"Page size 0 is not valid.\"}}} | Page size 0 is not valid.",
        "{\"ERRORS\":[null,7,{\"a\":[]},[\"first\",\"second\"]]} | first",
        "{\"errors\":\"plain\"} | plain",
        "{\"Errors\":[\"  \",\"not blank\"]} | not blank",
        "Bad Gateway | Bad Gateway",
        "{\"error\":\"Tag is reserved\"} | Tag is reserved",
        "{\"message\":\"No such tag\",\"status\":\"x\"} | No such tag",
        "{\"error\":{\"code\":7,\"message\":\"Deep\"},\"message\":\"Other\"} | Deep",
        "{\"title\":\"Forbidden\",\"detail\":\"Out of window\",\"type\":\"about:blank\"}"
            + " | Out of window",
        "{\"Message\":\"Second\",\"Errors\":{\"API\":{\"Error\":\"First\"}}} | First",
        "{\"Errors\":[],\"message\":\"Behind an empty list\"} | Behind an empty list",
        "{\"Errors\":[{\"code\":\"E7\",\"message\":\"Tag is reserved\"}]} | Tag is reserved",
        "{\"errors\":[{\"field\":\"tags\",\"reason\":\"reserved\"}]} | tags",
        "{\"error\":\"invalid_tag\",\"error_description\":\"It is reserved.\"} | It is reserved.",
        "{\"status\":400,\"reason\":\"Tag is reserved\"} | Tag is reserved",
        "{\"description\":\"Tag is reserved\",\"title\":\"No\"} | Tag is reserved",
        "Stra\\u00dfe: \\\"no\\\" a\\/b | Straße: \"no\" a/b",
        "Gr&uuml;&szlig;e &#8364;5 &#x1F600; &unknown; &#9999999; | Grüße €5 😀 &unknown; &#9999999;",
        "<script>alert('x')</script><p>Too &lt;many&gt; &quot;things&quot;</p> | Too <many> \"things\"",
        "{\"Errors\":{\"a\":\"<b>No</b>\\u0007\\n\\tway\"}} | No way"
      })
  void the_first_text_of_every_published_shape_is_told(String body, String expected) {
    assertThat(words(body)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><head><title>403</title></head><body><h1>Blocked</h1></body></html>",
        "\n<!DOCTYPE html>\n<title>403</title><p>Blocked</p>",
        "<?xml version='1.0'?><!-- cdn --><HTML><body>Blocked",
        "<h1>Blocked</h1>",
      })
  void a_web_page_is_told_as_something_on_the_way(String page) {
    assertThat(words(page))
        .startsWith("a web page, from something on the way and not from the API: ")
        .endsWith("Blocked");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 405, 409, 422, 429})
  void a_refusal_of_any_status_tells_the_words(int status) {
    var body = "{\"Errors\":{\"API\":{\"Error\":\"Sent outside of allowed window\"}}}";
    var gateway = new CannedAnswers().answering(status, body.getBytes(UTF_8));

    var refusal =
        catchThrowableOfType(
            InboxException.class, () -> gateway.reply(ID, ReplyDraft.of("s3cret-text")));

    assertThat(refusal.serverMessage()).isEqualTo("Sent outside of allowed window");
    assertThat(refusal).hasMessageContaining("Sent outside of allowed window");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Refused: GRÜSS GOTT, WIR LIEFERN AM MONTAG",
        "Refused: Grüß Gott, wir liefern am Montag",
        "Refused: Gr&uuml;&szlig; Gott, wir liefern am Montag",
        "Refused: gr&#252;&#xDF; gott, wir liefern am montag",
      })
  void an_echo_in_other_case_or_with_entities_is_cut(String body) {
    assertThat(words(body, "Grüß Gott, wir liefern am Montag"))
        .doesNotContainIgnoringCase("liefern")
        .contains("…");
  }

  @Test
  void long_words_are_shortened_between_characters() {
    assertThat(words("😀".repeat(1_000))).isEqualTo("😀".repeat(300) + "…");
    assertThat(words("😀".repeat(300))).isEqualTo("😀".repeat(300));
  }

  @Test
  void a_text_that_was_sent_is_cut() {
    assertThat(words("The text 'my dog has fleas' is too long", "my dog has fleas"))
        .isEqualTo("The text '…' is too long");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Errors\":{\"a\":\"Not allowed: my secret words, which go on and\"}}",
        "{\"Errors\":{\"a\":\"…secret words, which go on and on and on\"}}",
        "<p>my secret words,\n which go</p>",
        "<p>my&nbsp;secret words, which</p>",
        "GET /x?q=my+secret+words%2C+which+go+on+and+on+and+on+for+long",
        "GET /x?q=my%20secret%20words%2C%20which%20go%20on%20and%20on",
        "Warning: x {\"a\":\"m\\u0079 \\u0073ecret words, which go on and\"}"
      })
  void an_echo_is_cut_however_it_comes(String body) {
    assertThat(words(body, "my secret words, which go on and on and on for long"))
        .doesNotContain("secret")
        .contains("…");
  }

  @Test
  void a_text_of_three_characters_is_cut_and_a_shorter_one_is_part_of_many_words() {
    assertThat(words("no 'xyz' here", "xyz")).isEqualTo("no '…' here");
    assertThat(words("no 'xy' here", "xy")).isEqualTo("no 'xy' here");
  }

  @Test
  void an_error_quotes_the_words_where_there_are_any() {
    var canned = new CannedAnswers();

    assertThatThrownBy(() -> canned.answering(503, "Back soon".getBytes(UTF_8)).get(ID))
        .hasMessageContaining("The server answered 503: \"Back soon\".");
    assertThatThrownBy(() -> canned.answering(503, new byte[0]).get(ID))
        .hasMessageContaining("The server answered 503.");
  }

  @Test
  void a_word_that_both_use_stays() {
    assertThat(words("The conversation is closed", "Thanks for the conversation!"))
        .isEqualTo("The conversation is closed");
  }

  @Test
  void what_people_wrote_never_comes_back_through_an_error() {
    var echo = "{\"Result\":false,\"Errors\":{\"api\":{\"message\":\"Refused: s3cret-text\"}}}";
    var canned = new CannedAnswers();
    var gateway = canned.answering(400, echo.getBytes(UTF_8));
    var draft = ReplyDraft.of("Hi").attaching(Map.of("url", "s3cret-text"));

    for (var call :
        List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
            () -> gateway.reply(ID, draft),
            () -> gateway.reply(ID, ReplyDraft.of("s3cret-text")),
            () -> gateway.addNote(ID, "s3cret-text"),
            () -> gateway.assign(ID, io.inboxport.conversation.UserId.of("00A"), "s3cret-text"),
            () -> gateway.replaceTags(ID, List.of(TagName.of("s3cret-text"))),
            () -> gateway.list(ConversationQuery.all().matching("s3cret-text")))) {
      var rejected = catchThrowableOfType(Rejected.class, call);
      assertThat(rejected.serverMessage()).isEqualTo("Refused: …");
      assertThat(rejected).hasMessageNotContaining("s3cret-text");
    }
  }

  @Test
  void the_key_never_comes_back_through_an_error() {
    var token = Credentials.of("001000000000001", "key-42").token();
    var canned = new CannedAnswers();
    var gateway =
        canned.answering(400, ("Who is key-42? Authorization: Basic " + token).getBytes(UTF_8));

    var rejected = catchThrowableOfType(Rejected.class, () -> gateway.get(ID));

    assertThat(rejected.serverMessage()).isEqualTo("Who is …? Authorization: Basic …");
  }

  @Test
  void a_piece_of_six_characters_of_a_key_is_cut_and_a_shorter_one_may_be_chance() {
    var key = "b123456789012345";

    assertThat(ServerWords.of("No key b12345678901.", List.of(), List.of(key)))
        .isEqualTo("No key ….");
    assertThat(ServerWords.of("Not 890123, nor 89012", List.of(), List.of(key)))
        .isEqualTo("Not …, nor 89012");
  }

  @Test
  void a_short_key_is_cut_as_a_whole() {
    assertThat(ServerWords.of("No key k3y!", List.of(), List.of("k3y"))).isEqualTo("No key …!");
  }

  @Test
  void a_text_that_is_part_of_the_key_leaves_no_pieces_of_it() {
    assertThat(ServerWords.of("No key b123-x4567", List.of("3-x"), List.of("b123-x4567")))
        .isEqualTo("No key …");
  }

  @Test
  void a_piece_of_what_is_sent_as_the_key_is_cut_too() {
    var piece = Credentials.of("001000000000001", "key-42").token().substring(0, 12);
    var gateway = new CannedAnswers().answering(400, ("Not Basic " + piece).getBytes(UTF_8));

    assertThat(catchThrowableOfType(Rejected.class, () -> gateway.get(ID)).serverMessage())
        .isEqualTo("Not Basic …");
  }

  @Test
  void no_text_of_some_length_survives_its_echo() {
    PropertyCheck.standard()
        .forAll(
            strings(3, 60),
            sent -> {
              var told = ServerWords.of("before " + sent + " after", List.of(sent), List.of());
              var encoded =
                  ServerWords.of(
                      "before " + URLEncoder.encode(sent, UTF_8) + " after",
                      List.of(sent),
                      List.of());

              if (sent.codePoints().filter(Character::isLetterOrDigit).count() > 10) {
                assertThat(told).doesNotContain(sent);
                assertThat(encoded).doesNotContain(sent);
              }
              assertThat(told).doesNotContainPattern("\\p{Cntrl}");
            });
  }
}
