package io.inboxport.http;

import static io.inboxport.properties.Generators.bytes;
import static io.inboxport.properties.Generators.choice;
import static io.inboxport.properties.Generators.combine;
import static io.inboxport.properties.Generators.enums;
import static io.inboxport.properties.Generators.integers;
import static io.inboxport.properties.Generators.lists;
import static io.inboxport.properties.Generators.oneOf;
import static io.inboxport.properties.Generators.strings;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.inboxport.call.InboxException;
import io.inboxport.properties.Generator;
import io.inboxport.properties.PropertyCheck;
import java.util.Arrays;
import java.util.List;
import okio.Buffer;
import org.junit.jupiter.api.Test;

/**
 * Whatever bytes a server sends, only our errors come out, and none of them tells what came.
 *
 * <p>1,000 cases of each in a build; {@code -Dinboxport.cases=1000000} for as many as you like.
 */
class SpoiledAnswersTest {
  private static final List<String> SPLINTERS =
      List.of(
          "null",
          "[",
          "]",
          "{",
          "}",
          ",",
          ":",
          "\"",
          "\\",
          "\\u",
          "\\ud800",
          "1e999",
          "-",
          "true",
          "{}",
          "[]",
          "\"Id\":",
          "\"Result\":false,",
          "\"Errors\":",
          "\u0000",
          "\uFEFF",
          "/*",
          "<p>",
          "0000-00-00 00:00:00",
          "9999-99-99 99:99:99");

  private static final Generator<List<Spoil>> SPOILS =
      lists(
          combine(
              integers(0, 1000),
              integers(0, 12),
              oneOf(choice(SPLINTERS), strings(0, 4)),
              Spoil::new),
          1,
          4);

  private final CannedAnswers canned = new CannedAnswers();

  @Test
  void a_spoiled_answer_ends_in_a_value_or_in_an_error_of_ours() {
    PropertyCheck.standard()
        .forAll(
            SPOILS,
            spoils -> {
              for (var specimen : Specimen.values()) {
                ends(specimen, 200, spoiled(specimen.answer(), spoils));
              }
            });
  }

  @Test
  void any_bytes_end_in_a_value_or_in_an_error_of_ours() {
    PropertyCheck.standard()
        .forAll(
            enums(Specimen.class),
            choice(200, 201, 302, 400, 401, 404, 408, 421, 429, 500, 503),
            bytes(0, 255),
            this::ends);
  }

  @Test
  void a_spoiled_failure_is_the_failure_its_status_says() {
    var failure = "{\"Result\":false,\"Errors\":{\"api\":{\"message\":\"<b>No</b>\"}}}";
    PropertyCheck.standard()
        .forAll(
            SPOILS,
            spoils -> {
              var gateway = canned.answering(400, spoiled(failure, spoils));
              var rejected =
                  catchThrowableOfType(
                      InboxException.Rejected.class, () -> Specimen.NOTE.call(gateway));

              assertThat(rejected).as("A 400 is no success.").isNotNull();
              assertThat(rejected.serverMessage())
                  .hasSizeLessThan(700)
                  .doesNotContainPattern("\\p{Cntrl}");
            });
  }

  private static byte[] spoiled(String document, List<Spoil> spoils) {
    byte[] answer = document.getBytes(UTF_8);
    for (var spoil : spoils) {
      answer = spoil.applied(answer);
    }
    return answer;
  }

  private void ends(Specimen specimen, int status, byte[] body) {
    try {
      assertThat(specimen.call(canned.answering(status, body))).isNotNull();
    } catch (InboxException e) {
      assertThat(e.getMessage()).doesNotContain("s3cret").doesNotContainPattern("\\p{Cntrl}");
    }
  }

  /**
   * Replaces a part of an answer.
   *
   * @param place where, in thousandths of the answer
   * @param length how many bytes go
   * @param splinter what comes instead
   */
  record Spoil(int place, int length, String splinter) {
    byte[] applied(byte[] answer) {
      int from = answer.length * place / 1000;
      int to = Math.min(answer.length, from + length);
      return new Buffer()
          .write(answer, 0, from)
          .writeUtf8(splinter)
          .write(Arrays.copyOfRange(answer, to, answer.length))
          .readByteArray();
    }
  }
}
