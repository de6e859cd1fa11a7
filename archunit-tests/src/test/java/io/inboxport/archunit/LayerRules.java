package io.inboxport.archunit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.stream.Stream;

/** Rules of the layers: which part of the house may know which. */
final class LayerRules {
  private LayerRules() {}

  static List<HouseRule> all() {
    return List.of(
        new HouseRule(
            "dependencies point inwards, and every class has its layer",
            "the rules of the domain must hold without any adapter, and adapters without each other",
            LayerRules::layers,
            "text.KnowsThePort",
            "budget.KnowsTheDomain",
            "port.KnowsTheFacade",
            "reply.KnowsTheOutbox",
            "outbox.KnowsTheDatabase",
            "event.KnowsTheOutbox",
            "http.KnowsTheTwin",
            "redis.KnowsTheHttpAdapter",
            "webhook.KnowsTheHttpAdapter",
            "jdbc.KnowsTheHttpAdapter",
            "http.KnowsTheDatabase",
            "inmemory.KnowsItsWiring",
            "testkit.KnowsTheHttpAdapter",
            "inmemory.KnowsAProgram",
            "nowhere.HasNoLayer"),
        new HouseRule(
            "core depends on the JDK and the nullness annotations only",
            "an embedder gets the domain without a library of its adapters",
            rooms -> standsAlone(rooms.core()),
            "reply.UsesOkHttp"),
        new HouseRule(
            "the budget depends on the JDK and the nullness annotations only",
            "the budget counts requests and must not know what they are for",
            rooms -> standsAlone(rooms.budget()),
            "budget.KnowsTheDomain"),
        new HouseRule(
            "the command line and the examples do not know each other",
            "an example has to work in an application, which has no command line",
            LayerRules::programsApart,
            "app.KnowsTheExamples",
            "examples.KnowsTheCommandLine"),
        new HouseRule(
            "the test server depends on the JDK and the nullness annotations only",
            "other tests and the benchmarks serve other answers than the sandbox's JSON",
            LayerRules::serverKnowsNoApi,
            "testkit.http.KnowsTheSandbox",
            "testkit.http.KnowsTheVendor",
            "testkit.http.WritesJson"),
        new HouseRule(
            "no cycles between packages",
            "packages in a cycle can only be understood and moved together",
            LayerRules::noCycles,
            "tag.KnowsACycle"));
  }

  private static ArchRule layers(Rooms rooms) {
    return layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage(rooms.root() + "..")
        .layer("domain")
        .definedBy(rooms.domain())
        .layer("port")
        .definedBy(rooms.port())
        .layer("budget")
        .definedBy(rooms.budget())
        .layer("jdbc")
        .definedBy(adapter(rooms, "jdbc"))
        .layer("facade")
        .definedBy(rooms.facade())
        .layer("outbox")
        .definedBy(rooms.outbox())
        .layer("events")
        .definedBy(rooms.events())
        .layer("twin")
        .definedBy(adapter(rooms, "inmemory"))
        .layer("http")
        .definedBy(adapter(rooms, "http"))
        .layer("redis")
        .definedBy(rooms.of("redis"))
        .layer("webhook")
        .definedBy(rooms.of("webhook"))
        .layer("wiring")
        .definedBy(rooms.wiring())
        .layer("testkit")
        .definedBy(rooms.of("testkit"))
        .layer("programs")
        .definedBy(rooms.programs())
        .whereLayer("domain")
        .mayNotAccessAnyLayer()
        .whereLayer("port")
        .mayOnlyAccessLayers("domain")
        .whereLayer("facade")
        .mayOnlyAccessLayers("domain", "port")
        .whereLayer("outbox")
        .mayOnlyAccessLayers("domain", "port", "facade")
        .whereLayer("events")
        .mayOnlyAccessLayers("domain", "port")
        .whereLayer("twin")
        .mayOnlyAccessLayers("domain", "port", "facade", "outbox", "events")
        .whereLayer("budget")
        .mayNotAccessAnyLayer()
        .whereLayer("jdbc")
        .mayOnlyAccessLayers("domain", "outbox", "events", "budget")
        .whereLayer("http")
        .mayOnlyAccessLayers("domain", "port", "facade", "budget")
        .whereLayer("redis")
        .mayOnlyAccessLayers("budget")
        .whereLayer("webhook")
        .mayOnlyAccessLayers("domain", "events")
        .whereLayer("wiring")
        .mayOnlyAccessLayers("domain", "port", "facade", "outbox", "events", "twin", "http", "jdbc")
        .whereLayer("testkit")
        .mayOnlyAccessLayers("domain", "port", "facade", "outbox", "events", "twin")
        .whereLayer("programs")
        .mayNotBeAccessedByAnyLayer()
        .ensureAllClassesAreContainedInArchitecture();
  }

  private static DescribedPredicate<JavaClass> adapter(Rooms rooms, String name) {
    var wiring = JavaClass.Predicates.resideInAnyPackage(rooms.wiring());
    return JavaClass.Predicates.resideInAnyPackage(rooms.of(name))
        .and(DescribedPredicate.not(wiring));
  }

  private static ArchRule serverKnowsNoApi(Rooms rooms) {
    return standsAlone(rooms.of("testkit.http"), "javax.net..");
  }

  private static ArchRule standsAlone(String[] part, String... besides) {
    var allowed =
        Stream.of(part, besides, new String[] {"java..", "org.jspecify.annotations.."})
            .flatMap(Stream::of)
            .toArray(String[]::new);
    return classes()
        .that()
        .resideInAnyPackage(part)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed);
  }

  private static ArchRule programsApart(Rooms rooms) {
    return CompositeArchRule.of(apart(rooms.of("app"), rooms.of("examples")))
        .and(apart(rooms.of("examples"), rooms.of("app")));
  }

  private static ArchRule apart(String[] part, String[] other) {
    return noClasses()
        .that()
        .resideInAnyPackage(part)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(other);
  }

  private static ArchRule noCycles(Rooms rooms) {
    return slices().assignedFrom(new EachPackage()).should().beFreeOfCycles();
  }

  private static final class EachPackage implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
      return SliceIdentifier.of(javaClass.getPackageName());
    }

    @Override
    public String getDescription() {
      return "each package";
    }
  }
}
