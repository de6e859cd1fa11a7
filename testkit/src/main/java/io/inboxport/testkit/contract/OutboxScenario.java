package io.inboxport.testkit.contract;

import io.inboxport.testkit.crash.OutboxStage;
import java.util.function.Supplier;

/**
 * One behaviour that every store of an outbox has.
 *
 * @param sentence the behaviour in a sentence
 * @param body shows it
 */
record OutboxScenario(String sentence, Body body) {
  /**
   * Shows the behaviour.
   *
   * @param stages gives an account without entries each time
   */
  void run(Supplier<OutboxStage> stages) throws Exception {
    body.play(new OutboxScenarioStage(stages));
  }

  @Override
  public String toString() {
    return sentence + ".";
  }

  /** Body of a scenario. */
  interface Body {
    void play(OutboxScenarioStage stage) throws Exception;
  }
}
