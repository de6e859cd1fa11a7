package io.inboxport.http.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RegisterHistoryTest {
  @Test
  void a_read_sees_the_write_before_it() {
    assertThat(isLinearizable(write(0, 1, "a"), read(2, 3, "a"))).isTrue();
  }

  @Test
  void a_read_during_a_write_sees_either() {
    assertThat(isLinearizable(write(0, 9, "a"), read(2, 3, "none"))).isTrue();
    assertThat(isLinearizable(write(0, 9, "a"), read(2, 3, "a"))).isTrue();
  }

  @Test
  void a_read_sees_nothing_that_is_overwritten() {
    assertThat(isLinearizable(write(0, 1, "a"), write(2, 3, "b"), read(4, 5, "a"))).isFalse();
  }

  @Test
  void a_read_sees_nothing_that_nobody_wrote() {
    assertThat(isLinearizable(write(0, 1, "a"), read(2, 3, "b"))).isFalse();
  }

  @Test
  void what_was_seen_once_does_not_vanish() {
    assertThat(isLinearizable(write(0, 9, "a"), read(1, 2, "a"), read(3, 4, "none"))).isFalse();
  }

  @Test
  void writes_of_the_same_time_have_one_order_for_everybody() {
    var writes = List.of(write(0, 9, "a"), write(0, 9, "b"));
    assertThat(isLinearizable(writes.get(0), writes.get(1), read(1, 2, "a"), read(3, 4, "b")))
        .isTrue();
    assertThat(
            isLinearizable(
                writes.get(0), writes.get(1), read(1, 2, "a"), read(3, 4, "b"), read(5, 6, "a")))
        .isFalse();
  }

  private static boolean isLinearizable(Seen... history) {
    return new RegisterHistory(List.of(history)).isLinearizableFrom("none");
  }

  private static Seen write(long from, long to, String value) {
    return new Seen(from, to, true, value);
  }

  private static Seen read(long from, long to, String value) {
    return new Seen(from, to, false, value);
  }
}
