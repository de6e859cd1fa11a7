package io.inboxport.archunit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Rules of conduct: what code of the library does not do. */
final class ConductRules {
  private ConductRules() {}

  static List<HouseRule> all() {
    return List.of(
        new HouseRule(
            "only programs print, and nothing else prints a stack trace",
            "the output of a process belongs to its application",
            ConductRules::quiet,
            "tag.Prints",
            "http.PrintsStackTraces"),
        new HouseRule(
            "nothing sleeps but two named places",
            "a caller's thread and a test must not wait for real time",
            ConductRules::awake,
            "http.Sleeps",
            "inmemory.SleepsInUnits",
            "app.Sleeps"),
        new HouseRule(
            "time comes from a clock that is passed in",
            "a test has to be able to set the time",
            ConductRules::clocked,
            "inmemory.ReadsTheSystemTime",
            "http.AsksInstant"));
  }

  private static ArchRule quiet(Rooms rooms) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(rooms.programs())
        .should(ACCESS_STANDARD_STREAMS)
        .orShould()
        .callMethodWhere(named(Throwable.class, "printStackTrace"));
  }

  /**
   * The test server's connection drips an answer when it is told to; the command line's session
   * waits for the time of another try.
   */
  private static ArchRule awake(Rooms rooms) {
    return noClasses()
        .that()
        .doNotHaveFullyQualifiedName(rooms.root() + ".app.CommandSession")
        .and()
        .doNotHaveFullyQualifiedName(rooms.root() + ".testkit.http.HttpConnection")
        .should()
        .callMethodWhere(named(Thread.class, "sleep"))
        .orShould()
        .callMethodWhere(named(TimeUnit.class, "sleep"));
  }

  private static ArchRule clocked(Rooms rooms) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(rooms.programs())
        .should()
        .callMethodWhere(named(System.class, "currentTimeMillis"))
        .orShould()
        .callMethod(Instant.class, "now");
  }

  private static DescribedPredicate<JavaCall<?>> named(Class<?> owner, String method) {
    return describe(
        owner.getSimpleName() + "." + method,
        call ->
            call.getTargetOwner().isAssignableTo(owner)
                && call.getTarget().getName().equals(method));
  }
}
