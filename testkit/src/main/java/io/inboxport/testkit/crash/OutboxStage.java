package io.inboxport.testkit.crash;

import io.inboxport.outbox.OutboxStore;
import java.time.Duration;

/** Data of one outbox, which is empty at first, as processes come and go. */
public interface OutboxStage {
  /** Opens the store as a process with this switch has it. */
  OutboxStore open(CrashSwitch crash);

  /** Lets time pass for the store. */
  void pass(Duration time);
}
