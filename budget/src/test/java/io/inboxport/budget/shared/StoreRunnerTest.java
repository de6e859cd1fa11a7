package io.inboxport.budget.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StoreRunnerTest {
  private final CompletableFuture<Thread> ran = new CompletableFuture<>();

  private void run() {
    ran.complete(Thread.currentThread());
  }

  @Test
  void an_exchange_runs_beside_the_caller_on_a_thread_that_keeps_no_process_alive()
      throws Exception {
    StoreRunner.ofThreads().run(this::run);

    var thread = ran.get(10, TimeUnit.SECONDS);
    assertThat(thread).isNotSameAs(Thread.currentThread());
    assertThat(thread.isDaemon()).isTrue();
    assertThat(thread.getName()).isEqualTo("inboxport-budget-store");
  }

  @Test
  void an_exchange_for_later_runs_on_such_a_thread_as_well() throws Exception {
    StoreRunner.ofThreads().runLater(Duration.ofMillis(1), this::run);

    assertThat(ran.get(10, TimeUnit.SECONDS).isDaemon()).isTrue();
  }
}
