package io.inboxport.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RehearsalTest {
  @ParameterizedTest
  @CsvSource({"memory, 5", "http, 4", "sandbox, 6"})
  void what_is_rehearsed_on_a_backend_does_its_job(String backend, int commands) throws Exception {
    assertThat(ArchiveRehearsal.run(backend)).hasSize(commands).containsOnly(SessionCommand.DONE);
  }
}
