package io.inboxport.testkit.contract;

import static io.inboxport.testkit.contract.Scenario.scenario;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.call.InboxException;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import io.inboxport.port.InboxGateway;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.tag.TagName;
import io.inboxport.timeline.TimelineEntryId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Scenarios that hold for any call. */
final class CallerScenarios {
  static final List<Scenario> ALL =
      List.of(
          scenario(
              "caller.sees-only-our-errors",
              "Whatever the input, a call succeeds or ends as an InboxException",
              stage -> {
                var id = stage.received();
                var odd = ConversationId.of("\u0000 /..//%%\ud83c\udf89" + "x".repeat(3000));
                for (var call : List.of(id, odd).stream().flatMap(i -> odd(i).stream()).toList()) {
                  try {
                    call.accept(stage.gateway);
                  } catch (InboxException expected) {
                    assertThat(expected.getMessage()).as("the message").isNotBlank();
                  }
                }
              }),
          scenario(
              "caller.null-is-refused-first",
              "A null that is not allowed is a NullPointerException, and nothing happens",
              stage -> {
                var id = stage.received();
                var before = InboxSnapshot.of(stage);
                for (var call : nulls(id)) {
                  assertThatThrownBy(() -> call.accept(stage.gateway))
                      .isInstanceOf(NullPointerException.class);
                }
                assertThat(InboxSnapshot.of(stage)).isEqualTo(before);
              }),
          scenario(
              "caller.half-a-character-is-refused-first",
              "A note with half a surrogate pair is an IllegalArgumentException, and nothing happens",
              stage -> {
                var id = stage.received();
                var before = InboxSnapshot.of(stage);
                assertThatThrownBy(() -> stage.gateway.addNote(id, "a\ud83c"))
                    .isInstanceOf(IllegalArgumentException.class);
                assertThatThrownBy(() -> stage.gateway.assign(id, ScenarioStage.ME, "a\ud83c"))
                    .isInstanceOf(IllegalArgumentException.class);
                assertThat(InboxSnapshot.of(stage)).isEqualTo(before);
              }),
          scenario(
              "caller.too-many-fields-are-refused-first",
              "A write of more than 1,000 fields is an IllegalArgumentException, and nothing happens",
              stage -> {
                var id = stage.received();
                var before = InboxSnapshot.of(stage);
                var names = IntStream.range(0, 1001).mapToObj(i -> TagName.of("Tag " + i)).toList();
                var keys = new LinkedHashMap<String, String>();
                names.forEach(name -> keys.put(name.value(), "x"));
                var draft = ReplyDraft.of("On it!").attaching(keys);
                assertThatThrownBy(() -> stage.gateway.replaceTags(id, names))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContainingAll("1001", "1000");
                assertThatThrownBy(() -> stage.gateway.reply(id, draft))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContainingAll("1002", "1000");
                assertThat(InboxSnapshot.of(stage)).isEqualTo(before);
              }),
          scenario(
              "caller.no-error-tells-customer-text",
              "No error message holds what was to be sent",
              stage -> {
                for (var write : WriteCase.ALL) {
                  var error =
                      stage.fails(
                          InboxException.NotFound.class,
                          write.operation(),
                          ScenarioStage.NOBODY,
                          () -> write.perform(stage.gateway, ScenarioStage.NOBODY));
                  assertThat(error.toString()).doesNotContain("On it!", "Escalated", "Yours");
                }
                var secret = "my iban is DE00 ".repeat(700);
                var id = stage.received();
                var error =
                    stage.fails(
                        InboxException.Rejected.class,
                        Operation.ADD_NOTE,
                        id,
                        () -> stage.gateway.addNote(id, secret));
                assertThat(error.toString()).doesNotContain("iban");
              }),
          scenario(
              "caller.may-come-with-many-threads",
              "Of the notes that several threads add at once, none is lost and none is there twice",
              stage -> {
                var id = stage.received();
                var notes = IntStream.range(0, 40).mapToObj(i -> "note " + i).toList();
                notes.parallelStream().forEach(note -> stage.gateway.addNote(id, note));
                assertThat(stage.noted(id)).containsExactlyInAnyOrderElementsOf(notes);
              }),
          scenario(
              "caller.may-close-twice",
              "Closing a gateway, and closing it again, succeeds and changes nothing",
              stage -> {
                var id = stage.received();
                stage.gateway.addNote(id, "Bye");
                stage.gateway.close();
                stage.gateway.close();
                assertThat(stage.noted(id)).containsExactly("Bye");
              }));

  private CallerScenarios() {}

  private static List<Consumer<InboxGateway>> odd(ConversationId id) {
    var cursor = TimelineEntryId.of("../" + id);
    return List.of(
        gateway -> gateway.list(ConversationQuery.all().matching(id + "\u0000&_count=1")),
        gateway -> gateway.list(ConversationQuery.all().on(Network.of("\ud83c\udf89&x=1"))),
        gateway -> gateway.list(ConversationQuery.all().atMost(Integer.MAX_VALUE)),
        gateway -> gateway.get(id),
        gateway -> gateway.timeline(id, cursor),
        gateway -> gateway.setStatus(id, Status.of("")),
        gateway -> gateway.assign(id, ScenarioStage.ME, "\ud83c\udf89\uffff"),
        gateway -> gateway.addNote(id, " \u0000 "),
        gateway ->
            gateway.replaceTags(id, List.of(TagName.of("\u0000"), TagName.of("a\ud83c\udf89"))),
        gateway -> gateway.reply(id, ReplyDraft.of("\ud83c\udf89\u0000")));
  }

  @SuppressWarnings("NullAway") // What happens to callers without a null checker.
  private static List<Consumer<InboxGateway>> nulls(ConversationId id) {
    return List.of(
        gateway -> gateway.list(null),
        gateway -> gateway.get(null),
        gateway -> gateway.timeline(null, null),
        gateway -> gateway.setStatus(id, null),
        gateway -> gateway.assign(id, null, "note"),
        gateway -> gateway.addNote(id, null),
        gateway -> gateway.replaceTags(id, null),
        gateway -> gateway.reply(id, null),
        gateway -> gateway.createCase(id, null));
  }
}
