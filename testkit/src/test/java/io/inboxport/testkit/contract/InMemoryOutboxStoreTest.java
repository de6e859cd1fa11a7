package io.inboxport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.inmemory.InMemoryOutboxStore;
import io.inboxport.inmemory.SettableClock;
import io.inboxport.outbox.OutboxStore;
import io.inboxport.testkit.crash.CrashSwitch;
import io.inboxport.testkit.crash.OutboxStage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the contract of stores on the one in memory, and on broken ones, which it has to catch. */
class InMemoryOutboxStoreTest extends OutboxStoreContract {
  @Override
  protected OutboxStage freshStage() {
    return stage(UnaryOperator.identity());
  }

  private static OutboxStage stage(UnaryOperator<OutboxStore> breaking) {
    var clock = SettableClock.at(Instant.parse("2025-03-10T12:00:00Z"));
    var store = breaking.apply(new InMemoryOutboxStore(clock));
    return new OutboxStage() {
      @Override
      public OutboxStore open(CrashSwitch crash) {
        return store;
      }

      @Override
      public void pass(Duration time) {
        clock.advance(time);
      }
    };
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("brokenStores")
  void the_contract_catches(BrokenOutboxStore broken) {
    var scenarios =
        OutboxStoreContract.scenarios().stream()
            .filter(scenario -> scenario.sentence().startsWith(broken.caughtBy()))
            .toList();

    assertThat(scenarios).hasSize(1);
    assertThatThrownBy(() -> scenarios.get(0).run(() -> stage(broken.breaking())))
        .isInstanceOf(AssertionError.class);
  }

  static List<BrokenOutboxStore> brokenStores() {
    return BrokenOutboxStore.ALL;
  }

  @Test
  void every_scenario_has_a_sentence_of_its_own() {
    assertThat(OutboxStoreContract.scenarios())
        .extracting(OutboxScenario::sentence)
        .allMatch(sentence -> sentence.matches("[A-Z].*[^.]"))
        .doesNotHaveDuplicates();
  }
}
