package io.inboxport.budget.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A block of ten seconds; times are nanoseconds. */
class ReportedBlockTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final long NOW = 100 * SECOND;
  private static final long END = NOW + 10 * SECOND;

  private final ReportedBlock block = new ReportedBlock();

  @Test
  void it_is_active_until_its_end() {
    block.begin(END, NOW);

    assertThat(block.isActive(END - 1)).isTrue();
    assertThat(block.isActive(END)).isFalse();
    assertThat(block.isNews(END)).isFalse();
  }

  @Test
  void it_is_told_until_it_is_heard_and_again_if_it_gets_longer() {
    block.begin(END, NOW);
    assertThat(block.millisToTell(NOW)).isEqualTo(10_001);
    block.heard();
    assertThat(block.millisToTell(NOW)).isZero();

    block.begin(END, NOW);
    block.begin(END - 1, NOW);
    assertThat(block.isNews(NOW)).isFalse();
    assertThat(block.until()).isEqualTo(END);

    block.begin(END + SECOND, NOW);
    assertThat(block.millisToTell(NOW)).isEqualTo(11_001);
  }

  @Test
  void one_that_is_over_is_followed_by_any_other() {
    block.begin(END, NOW);

    block.begin(END + 1, END);

    assertThat(block.isNews(END)).isTrue();
  }
}
