package io.inboxport.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.InboxException;
import io.inboxport.call.InboxException.AuthenticationFailed;
import io.inboxport.call.InboxException.RateLimited;
import io.inboxport.call.InboxException.Unavailable;
import io.inboxport.call.InboxWrite;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferPolicyTest {
  private static final Instant NOW = Instant.parse("2025-03-10T12:00:00Z");
  private static final ConversationId ID = ConversationId.of("eit1");

  private static Optional<Duration> standard(int attempts, @Nullable InboxException failure) {
    var key = OutboxKey.of("k");
    var content = OutboxContent.of(key, new InboxWrite.AddNote(ID, "A note."));
    var entry =
        new OutboxEntry(key, content, OutboxState.PLANNED, attempts, null, null, NOW, NOW, "", NOW);
    return OfferPolicy.standard().offerAgain(entry, failure, NOW);
  }

  private static Unavailable unavailable(@Nullable Instant retryAt) {
    return new Unavailable(Operation.ADD_NOTE, ID, "It is down.", retryAt, null);
  }

  @Test
  void a_write_that_the_budget_held_back_goes_out_when_the_budget_allows_it() {
    var limited = new RateLimited(Operation.ADD_NOTE, ID, NOW.plusSeconds(900));

    assertThat(standard(0, limited)).contains(Duration.ofMinutes(15));
  }

  @Test
  void a_time_that_is_over_means_now() {
    assertThat(standard(0, unavailable(NOW.minusSeconds(1)))).contains(Duration.ZERO);
  }

  @Test
  void a_server_that_is_away_is_tried_when_it_says_so() {
    assertThat(standard(3, unavailable(NOW.plusSeconds(7)))).contains(Duration.ofSeconds(7));
  }

  @ParameterizedTest(name = "after {0} attempts: {1}")
  @CsvSource({"0, PT30S", "1, PT1M", "2, PT2M", "6, PT32M", "7, PT1H", "8, PT1H", "19, PT1H"})
  void a_server_that_is_away_is_tried_less_and_less_often(int attempts, Duration pause) {
    assertThat(standard(attempts, unavailable(null))).contains(pause);
  }

  @Test
  void after_20_attempts_a_person_decides() {
    assertThat(standard(20, unavailable(null))).isEmpty();
  }

  @Test
  void a_person_decides_when_only_a_look_found_no_effect_or_waiting_does_not_help() {
    assertThat(standard(1, null)).isEmpty();
    assertThat(standard(1, new AuthenticationFailed(Operation.ADD_NOTE, ID))).isEmpty();
  }

  @Test
  void a_policy_may_leave_all_to_a_person() {
    var key = OutboxKey.of("k");
    var content = OutboxContent.of(key, new InboxWrite.AddNote(ID, "A note."));
    var entry =
        new OutboxEntry(key, content, OutboxState.PLANNED, 0, null, null, NOW, NOW, "", NOW);

    assertThat(OfferPolicy.person().offerAgain(entry, unavailable(NOW), NOW)).isEmpty();
  }
}
