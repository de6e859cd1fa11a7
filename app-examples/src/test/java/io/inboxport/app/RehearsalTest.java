package io.inboxport.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RehearsalTest {
  @ParameterizedTest
  @ValueSource(strings = {"memory", "http"})
  void what_is_rehearsed_on_a_backend_does_its_job(String backend) {
    assertThat(Rehearsal.run(backend)).isNotEmpty().containsOnly(SessionCommand.DONE);
  }
}
