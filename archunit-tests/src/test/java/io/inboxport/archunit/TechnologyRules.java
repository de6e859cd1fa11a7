package io.inboxport.archunit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Rules of technology: which part uses which library, and what of it is seen from outside. */
final class TechnologyRules {
  private static final String[] HTTP_STACK = {
    "retrofit2..", "okhttp3..", "okio..", "com.fasterxml.jackson..", "io.github.resilience4j.."
  };

  private TechnologyRules() {}

  static List<HouseRule> all() {
    return List.of(
        only("Retrofit", "retrofit2..", "app.UsesRetrofit", "http"),
        only("Resilience4j", "io.github.resilience4j..", "app.UsesResilience4j", "http"),
        only("OkHttp", "okhttp3..", "reply.UsesOkHttp", "http", "testkit.sandbox"),
        only(
            "Jackson",
            "com.fasterxml.jackson..",
            "testkit.UsesJackson",
            "http",
            "webhook",
            "testkit.sandbox",
            "app",
            "examples"),
        only("JDBC", "java.sql..", "budget.UsesJdbc", "jdbc", "testkit.crash"),
        only("SLF4J", "org.slf4j..", "inmemory.UsesSlf4j", "http"),
        only(
            "Guice",
            "com.google.inject..",
            "http.UsesGuice",
            "http.guice",
            "inmemory.guice",
            "jdbc.guice",
            "app",
            "examples"),
        only(
            "JUnit",
            "org.junit..",
            "inmemory.UsesJUnit",
            "testkit.contract",
            "testkit.crash",
            "testkit.junit"),
        only(
            "AssertJ",
            "org.assertj..",
            "testkit.UsesAssertJ",
            "testkit.assertion",
            "testkit.contract",
            "testkit.crash"),
        only("picocli", "picocli..", "testkit.UsesPicocli", "app"),
        only("Micrometer", "io.micrometer..", "http.UsesMicrometer", "http.micrometer"),
        only("Jedis", "redis.clients..", "budget.UsesJedis", "redis"),
        only("Lettuce", "io.lettuce..", "app.UsesLettuce", "redis"),
        only("MockWebServer", "mockwebserver3..", "testkit.UsesMockWebServer"),
        new HouseRule(
            "of the HTTP stack only an OkHttpClient is seen from outside, in the builder",
            "a type that callers see cannot be replaced",
            TechnologyRules::signatures,
            "http.LeaksRetrofit",
            "http.LeaksAClient",
            "http.LeaksAResponse"));
  }

  private static HouseRule only(
      String name, String packages, String brokenBy, String... allowedRooms) {
    return new HouseRule(
        allowedRooms.length == 0
            ? "nothing may use " + name
            : "only %s may use %s".formatted(String.join(", ", allowedRooms), name),
        "a library that is used in one place can be replaced there",
        rooms ->
            noClasses()
                .that()
                .resideOutsideOfPackages(rooms.of(allowedRooms))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(packages),
        brokenBy);
  }

  private static ArchRule signatures(Rooms rooms) {
    var client = rooms.root() + ".http.HttpInboxGateway$Builder.client(okhttp3.OkHttpClient)";
    return members()
        .that(
            DescribedPredicate.describe(
                "are not the client of the builder",
                member -> !member.getFullName().equals(client)))
        .should(Signatures.notShow(JavaClass.Predicates.resideInAnyPackage(HTTP_STACK)));
  }
}
