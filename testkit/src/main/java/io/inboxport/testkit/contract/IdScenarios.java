package io.inboxport.testkit.contract;

import static io.inboxport.inmemory.InboundItem.post;
import static io.inboxport.testkit.contract.Scenario.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.UserId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Ids are opaque: whatever one holds, it addresses the item of that id and nothing else. */
final class IdScenarios {
  private static final ConversationId VICTIM = ConversationId.of("eit000000000042");

  /** Ids that hold what separates ids elsewhere, each with the words for it. */
  private static final Map<String, String> ODD = odd();

  static final List<Scenario> ALL = all();

  private IdScenarios() {}

  private static Map<String, String> odd() {
    var odd = new LinkedHashMap<String, String>();
    odd.put("slashes", VICTIM + "/note");
    odd.put("the separators of a URL", "a/b?c#d&e=f;g:h@i");
    odd.put("what looks percent-encoded", "%2e");
    odd.put("what looks like an encoded slash", VICTIM + "%2Fnote");
    odd.put("dots at its end", "x..");
    odd.put("what climbs a path", "x/../" + VICTIM);
    odd.put("spaces and a plus", " a + b ");
    odd.put("a line break", "a\r\nHost: evil.example\n\nb");
    odd.put("letters of any script", "größer-日本-🎉-e\u0301");
    return odd;
  }

  private static List<Scenario> all() {
    var all = new ArrayList<Scenario>();
    all.add(
        opaque(
            Operation.GET,
            "get",
            "an item",
            (stage, id) -> assertThat(stage.gateway.get(id).id()).isEqualTo(id)));
    all.add(
        opaque(
            Operation.TIMELINE,
            "timeline",
            "a timeline",
            (stage, id) -> assertThat(stage.contents(id)).containsExactly("the odd one")));
    for (var write : WriteCase.ALL) {
      all.add(
          opaque(
              write.operation(),
              write.slug(),
              write.noun(),
              (stage, id) -> {
                write.perform(stage.gateway, id);
                assertThat(write.executions(stage, id)).as("on the item").isEqualTo(1);
              }));
    }
    all.add(
        scenario(
            Operation.ASSIGN,
            "ids.user-ids-are-opaque",
            "A user id with separators is assigned as it stands",
            stage -> {
              var user = UserId.of("a/b?c#d&assignee_id=" + ScenarioStage.COLLEAGUE + "%00+ö");
              stage.backstage.addUser(user, "Odd", "odd@example.org");
              var id = stage.received();
              assertThat(stage.gateway.assign(id, user, null).assignee()).isEqualTo(user);
              assertThat(stage.backstage.conversation(id).assignee()).contains(user);
            }));
    return List.copyOf(all);
  }

  private static Scenario opaque(
      Operation operation,
      String slug,
      String noun,
      BiConsumer<ScenarioStage, ConversationId> addressing) {
    return scenario(
        operation,
        "ids." + slug + "-takes-any-id",
        "Whatever an id holds, a call for "
            + noun
            + " addresses the item of that id, or nothing if there is none",
        stage -> {
          stage.backstage.addIntegration(ScenarioStage.INTEGRATION);
          stage.received(post().withId(VICTIM).saying("the victim"));
          var victim = InboxSnapshot.of(stage);
          ODD.forEach((words, text) -> addresses(stage, operation, words, text, addressing));
          ODD.values().forEach(text -> stage.deletes(ConversationId.of(text)));
          assertThat(InboxSnapshot.of(stage)).as("an item of another id").isEqualTo(victim);
        });
  }

  private static void addresses(
      ScenarioStage stage,
      Operation operation,
      String words,
      String text,
      BiConsumer<ScenarioStage, ConversationId> addressing) {
    var id = ConversationId.of(text);
    try {
      stage.findsNothing(operation, id, () -> addressing.accept(stage, id));
      stage.received(post().withId(id).saying("the odd one"));
      addressing.accept(stage, id);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("An id with " + words + ": " + e, e);
    }
  }
}
