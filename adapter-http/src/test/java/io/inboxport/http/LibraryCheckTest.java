package io.inboxport.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.call.InboxException.Rejected;
import io.inboxport.http.LibraryCheck.Rehearsal;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The rehearsal passes with the one end that an answer has to have, and with no other. */
class LibraryCheckTest {
  private final OkHttpClient client = new OkHttpClient();

  @ParameterizedTest
  @EnumSource
  void an_answer_that_ends_as_it_has_to_passes(Rehearsal rehearsal) {
    assertThatCode(() -> check(rehearsal, chain -> LibraryCheck.answer(chain, rehearsal)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "DONE, REFUSED, REJECTED",
    "DONE, BROKEN, OUTCOME_UNKNOWN",
    "REFUSED, DONE, success",
    "REFUSED, BROKEN, OUTCOME_UNKNOWN",
    "BROKEN, DONE, success",
    "BROKEN, REFUSED, REJECTED"
  })
  void any_other_end_does_not_pass(Rehearsal right, Rehearsal instead, String end) {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> check(right, chain -> LibraryCheck.answer(chain, instead)))
        .withMessageStartingWith("The gateway cannot be built: ")
        .withMessageContaining("but as " + end + ". There are jackson-core 2.");
  }

  @Test
  void a_refusal_whose_words_are_lost_does_not_pass() {
    Interceptor wordless =
        chain ->
            LibraryCheck.answer(chain, Rehearsal.REFUSED)
                .newBuilder()
                .body(okhttp3.ResponseBody.create("{}", null))
                .build();

    assertThatThrownBy(() -> check(Rehearsal.REFUSED, wordless)).hasCauseInstanceOf(Rejected.class);
  }

  @ParameterizedTest
  @EnumSource
  void an_exception_on_the_way_back_does_not_pass(Rehearsal rehearsal) {
    assertThatThrownBy(() -> check(rehearsal, behind(rehearsal, new IOException("torn"))))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_class_or_method_that_is_missing_keeps_its_own_error() {
    assertThatThrownBy(
            () ->
                check(
                    Rehearsal.DONE,
                    chain -> {
                      var unused = LibraryCheck.answer(chain, Rehearsal.DONE);
                      throw new NoSuchMethodError("currentTokenLocation");
                    }))
        .isInstanceOf(NoSuchMethodError.class);
  }

  private static Interceptor behind(Rehearsal rehearsal, IOException failure) {
    return chain -> {
      var unused = LibraryCheck.answer(chain, rehearsal);
      throw failure;
    };
  }

  private void check(Rehearsal rehearsal, Interceptor answering) {
    LibraryCheck.check(client, rehearsal, answering);
  }
}
