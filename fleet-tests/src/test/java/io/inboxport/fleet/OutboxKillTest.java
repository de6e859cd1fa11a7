package io.inboxport.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills and freezes two processes that drain one outbox, at random moments, while the database is
 * killed as well. Afterwards every answer went out once, in order.
 *
 * <p>{@code -Dinboxport.kills=100} sets how many kills each test makes, and {@code
 * -Dinboxport.seed=N} who is killed when.
 */
class OutboxKillTest {
  private static final int KILLS = Integer.getInteger("inboxport.kills", 12);
  private static final long SEED = Long.getLong("inboxport.seed", new Random().nextLong());

  @Test
  void over_postgresql_each_answer_goes_out_once(@TempDir Path folder) throws Exception {
    try (var postgres = new KillablePostgres(folder.resolve("data"));
        var outboxes = new RunningOutboxes(postgres.url(), SEED)) {
      for (int i = 0; i < 4; i++) {
        outboxes.kill(KILLS / 4);
        postgres.killAndStart();
        outboxes.freezeOne();
      }
      outboxes.finish();

      outboxes.check("PostgreSQL", SEED);
      assertThat(outboxes.kills()).isEqualTo(KILLS / 4 * 4);
    }
  }

  @Test
  void over_h2_each_answer_goes_out_once(@TempDir Path folder) throws Exception {
    // The process that opened the file first is the database for the other one.
    var url = "jdbc:h2:" + folder.resolve("outbox") + ";AUTO_SERVER=TRUE;WRITE_DELAY=0";
    try (var outboxes = new RunningOutboxes(url, SEED)) {
      outboxes.kill(KILLS);
      outboxes.finish();

      outboxes.check("H2", SEED);
      assertThat(outboxes.kills()).isEqualTo(KILLS);
    }
  }
}
