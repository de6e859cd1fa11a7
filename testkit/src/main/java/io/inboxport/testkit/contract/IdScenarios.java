package io.inboxport.testkit.contract;

import static io.inboxport.inmemory.InboundItem.post;
import static io.inboxport.testkit.contract.Scenario.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.reply.ReplyDraft;
import java.util.ArrayList;
import java.util.List;

/** Ids are opaque: whatever one holds, it addresses the item of that id and nothing else. */
final class IdScenarios {
  private static final String VICTIM = "eit000000000042";

  static final List<Scenario> ALL = all();

  private IdScenarios() {}

  private static List<Scenario> all() {
    var all = new ArrayList<Scenario>();
    all.add(opaque("slash", "with slashes", VICTIM + "/note"));
    all.add(opaque("separators", "with the separators of a URL", "a/b?c#d&e=f;g:h@i"));
    all.add(opaque("percent", "that looks percent-encoded", "%2e"));
    all.add(opaque("encoded-slash", "that looks like an encoded slash", VICTIM + "%2Fnote"));
    all.add(opaque("dots", "that ends in dots", "x.."));
    all.add(opaque("climbing", "that climbs a path", "x/../" + VICTIM));
    all.add(opaque("spaces", "with spaces and a plus", " a + b "));
    all.add(opaque("line-break", "with a line break", "a\r\nHost: evil.example\n\nb"));
    all.add(opaque("unicode", "of any script", "größer-日本-🎉-e\u0301"));
    all.add(
        scenario(
            "ids.user-ids-are-opaque",
            "A user id with separators is assigned as it stands",
            stage -> {
              var user = UserId.of("a/b?c#d&assignee_id=" + ScenarioStage.COLLEAGUE + "%00+ö");
              stage.backstage.addUser(user, "Odd", "odd@example.org");
              var id = stage.received();
              assertThat(stage.gateway.assign(id, user, null).assignee()).isEqualTo(user);
              assertThat(stage.gateway.get(id).assignee()).contains(user);
            }));
    return List.copyOf(all);
  }

  private static Scenario opaque(String name, String which, String text) {
    return scenario(
        "ids." + name,
        "An id " + which + " addresses the item of that id, and nothing if there is none",
        stage -> {
          stage.received(post().withId(ConversationId.of(VICTIM)).saying("the victim"));
          var id = ConversationId.of(text);
          addressesNothing(stage, id);
          stage.received(post().withId(id).saying("the odd one"));
          addressesIt(stage, id);
          assertThat(stage.contents(ConversationId.of(VICTIM))).containsExactly("the victim");
        });
  }

  private static void addressesNothing(ScenarioStage stage, ConversationId id) {
    stage.findsNothing(Operation.GET, id, () -> stage.gateway.get(id));
    stage.findsNothing(Operation.TIMELINE, id, () -> stage.gateway.timeline(id, null));
    stage.findsNothing(Operation.SET_STATUS, id, () -> stage.gateway.setStatus(id, Status.CLOSED));
    stage.findsNothing(Operation.ADD_NOTE, id, () -> stage.gateway.addNote(id, "n"));
    stage.findsNothing(Operation.REPLY, id, () -> stage.gateway.reply(id, ReplyDraft.of("r")));
  }

  private static void addressesIt(ScenarioStage stage, ConversationId id) {
    assertThat(stage.gateway.get(id).id()).isEqualTo(id);
    stage.gateway.addNote(id, "a note");
    stage.gateway.reply(id, ReplyDraft.of("a reply"));
    assertThat(stage.contents(id)).containsExactly("a reply", "a note", "the odd one");
    stage.gateway.setStatus(id, Status.CLOSED);
    assertThat(stage.gateway.get(id).status()).isEqualTo(Status.CLOSED);
  }
}
