package io.inboxport.archunit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** Rules of shape: how packages and classes are named and made. */
final class ShapeRules {
  private static final Set<String> LOCAL_OR_LEGACY_TIMES =
      Set.of(
          "java.time.LocalDate",
          "java.time.LocalDateTime",
          "java.time.LocalTime",
          "java.util.Calendar",
          "java.util.Date");

  private ShapeRules() {}

  static List<HouseRule> all() {
    return List.of(
        new HouseRule(
            "packages say subject, not kind",
            "a change concerns a subject, and finds its classes in one place",
            rooms -> packageNames(),
            "tag.util.Misplaced"),
        new HouseRule(
            "no class is named after its kind",
            "such a name does not say what the class is for",
            rooms -> classNames(),
            "tag.TagManager"),
        new HouseRule(
            "public classes are final or sealed",
            "a class that strangers extend can no longer change",
            ShapeRules::closed,
            "tag.OpenClass"),
        new HouseRule(
            "every package is null-marked",
            "without the mark, tools and Kotlin cannot tell what may be null",
            rooms -> nullMarked(),
            "tag.OpenClass"),
        new HouseRule(
            "times are instants wherever they are seen from outside",
            "a local time means another moment in each time zone",
            rooms -> instants(),
            "tag.TellsLocalTime",
            "tag.TakesADate"));
  }

  private static ArchRule packageNames() {
    var kinds = Stream.of("util", "utils", "common", "helper", "helpers", "impl", "misc");
    var layers = Stream.of("model", "dto", "mapper");
    return noClasses()
        .should()
        .resideInAnyPackage(
            Stream.concat(kinds, layers)
                .map(".."::concat)
                .map(name -> name + "..")
                .toArray(String[]::new));
  }

  private static ArchRule classNames() {
    return classes()
        .should()
        .haveNameNotMatching(".*(Impl|Utils?|Helper|Manager|D[Tt][Oo]|Mapper)");
  }

  private static ArchRule closed(Rooms rooms) {
    return classes()
        .that()
        .arePublic()
        .and()
        .areNotInterfaces()
        .and(not(isMadeToExtend(rooms)))
        .should(ArchCondition.from(describe("be final or sealed", ShapeRules::isClosed)));
  }

  /**
   * Adapters extend the contract, which is an abstract suite, and decorators the forwarding one.
   */
  private static DescribedPredicate<JavaClass> isMadeToExtend(Rooms rooms) {
    var names =
        Set.of(
            rooms.root() + ".testkit.contract.AccountGatewayContract",
            rooms.root() + ".testkit.contract.InboxGatewayContract",
            rooms.root() + ".testkit.contract.OutboxStoreContract",
            rooms.root() + ".testkit.contract.DeliveryStoreContract",
            rooms.root() + ".testkit.contract.InboxEventStoreContract",
            rooms.root() + ".testkit.crash.OutboxCrashContract",
            rooms.root() + ".port.ForwardingAccountGateway",
            rooms.root() + ".port.ForwardingInboxGateway");
    return describe("are made to be extended", type -> names.contains(type.getName()));
  }

  private static boolean isClosed(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.FINAL) || type.reflect().isSealed();
  }

  private static ArchRule nullMarked() {
    return classes()
        .should(
            ArchCondition.from(
                describe(
                    "be in a package with @NullMarked",
                    type -> type.getPackage().isAnnotatedWith(NullMarked.class))));
  }

  private static ArchRule instants() {
    return members()
        .should(
            Signatures.notShow(
                describe(
                    "local or legacy times",
                    (JavaClass type) -> LOCAL_OR_LEGACY_TIMES.contains(type.getName()))));
  }
}
