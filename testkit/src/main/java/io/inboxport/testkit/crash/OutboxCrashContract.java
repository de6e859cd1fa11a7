package io.inboxport.testkit.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.InboxWrite;
import io.inboxport.testkit.crash.CrashSwitch.Crash;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The promises of an outbox after a crash, as a JUnit class: extend it, and give it a fresh stage
 * each time it asks. A process dies, or its store or server fails, at every point of every
 * operation; then others recover. Afterwards each write was executed at most once, each state that
 * is final is true, and nothing that was planned is lost.
 */
public abstract class OutboxCrashContract {
  /** A stage that no crash has used; what needs closing afterwards is up to the subclass. */
  protected abstract OutboxStage freshStage();

  /**
   * Hears how many points there were.
   *
   * @param sentence a sentence for the log of the tests
   */
  protected void tell(String sentence) {}

  @TestFactory
  final Stream<DynamicTest> keeps_its_promises_after_a_crash_at_every_point() {
    return Stream.of(CrashCourse.Way.values())
        .flatMap(
            way ->
                CrashCourse.writes().stream()
                    .map(
                        write ->
                            DynamicTest.dynamicTest(
                                way + " " + write.operation(), () -> crashEverywhere(way, write))));
  }

  private void crashEverywhere(CrashCourse.Way way, InboxWrite write) {
    int points = 0;
    for (var crash : Crash.values()) {
      boolean hit = true;
      for (int point = 0; hit; point++) {
        var course = new CrashCourse(freshStage(), way, write);
        hit = course.run(CrashSwitch.at(point, crash));
        points += hit ? 1 : 0;
      }
    }
    tell(way + " " + write.operation() + ": " + points + " crash points");
    assertThat(points).isGreaterThan(10);
  }
}
