package io.inboxport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kit itself: it has no holes that we know of, and it says what it found. */
class ScenarioTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource("brokenGateways")
  void catches(BrokenGateway broken) {
    var honest = InMemoryGatewayContractTest.honest();
    var subject =
        new ContractSubject(broken.breaking().apply(honest.gateway()), honest.backstage());
    var scenario = named(broken.caughtBy());
    assertThatThrownBy(() -> scenario.run(subject))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(scenario.id() + ": " + scenario.sentence());
  }

  static List<BrokenGateway> brokenGateways() {
    return Stream.of(
            BrokenLists.ALL,
            BrokenReads.ALL,
            BrokenWrites.ALL,
            BrokenReplies.ALL,
            BrokenAddresses.ALL,
            BrokenErrors.ALL,
            BrokenSights.ALL,
            BrokenDepartures.ALL)
        .flatMap(List::stream)
        .toList();
  }

  @Test
  void no_scenario_fails_on_a_gateway_that_only_passes_calls_on() {
    for (var scenario : ScenarioCatalog.all()) {
      var honest = InMemoryGatewayContractTest.honest();
      scenario.run(
          new ContractSubject(new DelegatingGateway(honest.gateway()), honest.backstage()));
    }
  }

  @Test
  void every_flaw_is_another() {
    assertThat(brokenGateways()).hasSizeGreaterThan(25);
    assertThat(brokenGateways()).extracting(BrokenGateway::flaw).doesNotHaveDuplicates();
  }

  @Test
  void every_scenario_has_an_id_and_a_sentence_of_its_own() {
    var ids = new HashSet<String>();
    var sentences = new HashSet<String>();
    for (var scenario : ScenarioCatalog.all()) {
      assertThat(scenario.id()).matches("[a-z]+\\.[a-z0-9-]+");
      assertThat(scenario.sentence()).matches("[A-Z].*[^.]");
      assertThat(ids.add(scenario.id())).as(scenario.id() + " is the only one").isTrue();
      assertThat(sentences.add(scenario.sentence())).as(scenario.sentence()).isTrue();
    }
  }

  @Test
  void a_foreign_exception_is_reported_as_a_failure_of_the_scenario() {
    var honest = InMemoryGatewayContractTest.honest();
    var crashing =
        new DelegatingGateway(honest.gateway()) {
          @Override
          public Conversation get(ConversationId id) {
            throw new IllegalStateException("cache is cold");
          }
        };
    assertThatThrownBy(
            () ->
                named("get.tells-the-tags").run(new ContractSubject(crashing, honest.backstage())))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("get.tells-the-tags")
        .hasMessageContaining("IllegalStateException: cache is cold");
  }

  @Test
  void the_scenarios_of_a_subject_stand_together() {
    var finished = new HashSet<String>();
    var current = "";
    for (var scenario : ScenarioCatalog.all()) {
      if (!scenario.topic().equals(current)) {
        assertThat(finished.add(scenario.topic())).as(scenario.id()).isTrue();
        current = scenario.topic();
      }
    }
    assertThat(finished)
        .containsAll(Set.of("list", "get", "status", "timeline", "assign", "note", "tags"))
        .containsAll(Set.of("reply", "case", "me"));
  }

  private static Scenario named(String id) {
    return ScenarioCatalog.all().stream()
        .filter(scenario -> scenario.id().equals(id))
        .findAny()
        .orElseThrow(() -> new AssertionError("There is no scenario " + id));
  }
}
