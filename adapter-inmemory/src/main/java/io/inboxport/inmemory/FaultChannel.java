package io.inboxport.inmemory;

import io.inboxport.call.CallSubject;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Channel between the caller and the server, on which planned faults take effect. */
final class FaultChannel {
  private final FaultPlan faults;

  FaultChannel(FaultPlan faults) {
    this.faults = faults;
  }

  <T> T read(CallSubject subject, Supplier<T> answer) {
    return read(subject, answer, (fault, undamaged) -> undamaged);
  }

  /**
   * Reads, unless a planned fault prevents it.
   *
   * @param damage does to an answer what a fault does that lets it come
   */
  <T> T read(CallSubject subject, Supplier<T> answer, BiFunction<Fault.Kind, T, T> damage) {
    var outcome = faults.next(subject.operation());
    return outcome == null ? answer.get() : outcome.read(subject, answer, damage);
  }

  /**
   * Writes, unless a planned fault prevents it.
   *
   * @param doubt makes the error of a write whose fate is unknown
   * @param later leaves the write to be executed at this time
   */
  <T> T write(
      CallSubject subject,
      FaultOutcome.Doubt doubt,
      Supplier<T> execution,
      Consumer<Instant> later) {
    var outcome = faults.next(subject.operation());
    return outcome == null ? execution.get() : outcome.write(subject, doubt, execution, later);
  }
}
