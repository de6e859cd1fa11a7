package io.inboxport.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.InboxException;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import okio.Buffer;

/**
 * Whatever bytes a server sends, only our errors come out, and none of them tells what came.
 *
 * <p>1,000 tries of each in a build; {@code -Djqwik.tries.default=1000000} for as many as you like.
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

  private final CannedAnswers canned = new CannedAnswers();

  @Property
  void a_spoiled_answer_ends_in_a_value_or_in_an_error_of_ours(
      @ForAll("spoils") List<Spoil> spoils) {
    for (var specimen : Specimen.values()) {
      ends(specimen, 200, spoiled(specimen.answer(), spoils));
    }
  }

  @Property
  void any_bytes_end_in_a_value_or_in_an_error_of_ours(
      @ForAll Specimen specimen, @ForAll("statuses") int status, @ForAll byte[] body) {
    ends(specimen, status, body);
  }

  @Property
  void a_spoiled_failure_is_the_failure_its_status_says(@ForAll("spoils") List<Spoil> spoils) {
    var failure = "{\"Result\":false,\"Errors\":{\"api\":{\"message\":\"<b>No</b>\"}}}";
    try {
      Specimen.NOTE.call(canned.answering(400, spoiled(failure, spoils)));
      throw new AssertionError("A 400 is no success.");
    } catch (InboxException.Rejected e) {
      assertThat(e.serverMessage()).hasSizeLessThan(700).doesNotContainPattern("\\p{Cntrl}");
    }
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

  @Provide
  Arbitrary<List<Spoil>> spoils() {
    var splinters =
        Arbitraries.oneOf(Arbitraries.of(SPLINTERS), Arbitraries.strings().ofMaxLength(4));
    return Combinators.combine(
            Arbitraries.integers().between(0, 1000),
            Arbitraries.integers().between(0, 12),
            splinters)
        .as(Spoil::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<Integer> statuses() {
    return Arbitraries.of(200, 201, 302, 400, 401, 404, 408, 421, 429, 500, 503);
  }
}
