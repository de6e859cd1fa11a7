package io.inboxport.testkit.contract;

import static io.inboxport.testkit.contract.Scenario.scenario;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.call.InboxException;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.port.InboxGateway;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.tag.TagName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/** Scenarios that hold for any call. */
final class CallerScenarios {
  private static final List<Scenario> ONE_BY_ONE =
      List.of(
          scenario(
              Operation.ADD_NOTE,
              "caller.note-of-half-a-character-is-refused-first",
              "A note with half a surrogate pair is an IllegalArgumentException, and nothing happens",
              stage -> halfACharacter(stage, (gateway, id) -> gateway.addNote(id, "a\ud83c"))),
          scenario(
              Operation.ASSIGN,
              "caller.assign-of-half-a-character-is-refused-first",
              "With half a surrogate pair in its note, an assignment is an"
                  + " IllegalArgumentException, and nothing happens",
              stage ->
                  halfACharacter(
                      stage, (gateway, id) -> gateway.assign(id, ScenarioStage.ME, "a\ud83c"))),
          scenario(
              Operation.REPLACE_TAGS,
              "caller.too-many-tags-are-refused-first",
              "More tags than a form may hold are an IllegalArgumentException, and nothing happens",
              stage -> {
                var names = IntStream.range(0, 1001).mapToObj(i -> TagName.of("Tag " + i)).toList();
                refusedFirst(stage, "1001", (gateway, id) -> gateway.replaceTags(id, names));
              }),
          scenario(
              Operation.REPLY,
              "caller.too-many-fields-are-refused-first",
              "A reply of more than 1,000 fields is an IllegalArgumentException, and nothing happens",
              stage -> {
                var keys = new LinkedHashMap<String, String>();
                IntStream.range(0, 1001).forEach(i -> keys.put("Key " + i, "x"));
                var draft = ReplyDraft.of("On it!").attaching(keys);
                refusedFirst(stage, "1002", (gateway, id) -> gateway.reply(id, draft));
              }),
          scenario(
              Operation.ADD_NOTE,
              "caller.no-rejection-tells-customer-text",
              "The message of a rejection does not hold what was to be sent",
              stage -> {
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
              Operation.ADD_NOTE,
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
                stage.received();
                var before = InboxSnapshot.of(stage);
                stage.gateway.close();
                stage.gateway.close();
                assertThat(InboxSnapshot.of(stage)).isEqualTo(before);
              }));

  static final List<Scenario> ALL = all();

  private CallerScenarios() {}

  private static List<Scenario> all() {
    var all = new ArrayList<Scenario>();
    OddCalls.ALL.forEach((operation, calls) -> all.add(endsAsOurs(operation, calls)));
    OddCalls.NULLS.forEach((operation, call) -> all.add(refusesNull(operation, call)));
    WriteCase.ALL.forEach(write -> all.add(hidesText(write)));
    all.addAll(ONE_BY_ONE);
    return List.copyOf(all);
  }

  private static Scenario endsAsOurs(
      Operation operation, List<BiConsumer<InboxGateway, ConversationId>> calls) {
    return scenario(
        operation,
        "caller." + slug(operation) + "-throws-only-our-errors",
        "Whatever the input, a call of " + operation + " succeeds or ends as an InboxException",
        stage -> {
          var known = stage.received();
          var odd = ConversationId.of("\u0000 /..//%%\ud83c\udf89" + "x".repeat(3000));
          for (var id : List.of(known, odd)) {
            for (var call : calls) {
              try {
                call.accept(stage.gateway, id);
              } catch (InboxException expected) {
                assertThat(expected.getMessage()).as("the message").isNotBlank();
              }
            }
          }
        });
  }

  private static Scenario refusesNull(
      Operation operation, BiConsumer<InboxGateway, ConversationId> call) {
    return scenario(
        operation,
        "caller." + slug(operation) + "-refuses-null-first",
        "A null that "
            + operation
            + " does not allow is a NullPointerException, and nothing happens",
        stage -> {
          var id = stage.received();
          var before = InboxSnapshot.of(stage);
          assertThatThrownBy(() -> call.accept(stage.gateway, id))
              .isInstanceOf(NullPointerException.class);
          assertThat(InboxSnapshot.of(stage)).isEqualTo(before);
        });
  }

  private static Scenario hidesText(WriteCase write) {
    return scenario(
        write.operation(),
        "caller." + write.slug() + "-error-tells-no-customer-text",
        "The message of an error does not hold the text of " + write.noun(),
        stage -> {
          var error =
              stage.fails(
                  InboxException.NotFound.class,
                  write.operation(),
                  ScenarioStage.NOBODY,
                  () -> write.perform(stage.gateway, ScenarioStage.NOBODY));
          assertThat(error.toString()).doesNotContain("On it!", "Escalated", "Yours");
        });
  }

  private static void halfACharacter(
      ScenarioStage stage, BiConsumer<InboxGateway, ConversationId> call) {
    refusedFirst(stage, "", call);
  }

  private static void refusedFirst(
      ScenarioStage stage, String word, BiConsumer<InboxGateway, ConversationId> call) {
    var id = stage.received();
    var before = InboxSnapshot.of(stage);
    assertThatThrownBy(() -> call.accept(stage.gateway, id))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(word);
    assertThat(InboxSnapshot.of(stage)).isEqualTo(before);
  }

  private static String slug(Operation operation) {
    return operation.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
