package io.inboxport.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RehearsalTest {
  @Test
  void what_is_rehearsed_is_understood_and_finds_no_server() {
    assertThat(Rehearsal.run()).containsExactly(0, 0, 0, 0, 0, Failures.UNAVAILABLE);
  }
}
