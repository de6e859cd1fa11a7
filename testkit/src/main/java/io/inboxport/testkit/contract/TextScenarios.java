package io.inboxport.testkit.contract;

import static io.inboxport.inmemory.InboundItem.post;
import static io.inboxport.testkit.contract.Scenario.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.SalesforceCase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Texts of any kind arrive as they were written, in both directions. */
final class TextScenarios {
  private static final Map<String, String> TEXTS = texts();

  static final List<Scenario> ALL =
      List.of(
          survives(
              Operation.LIST,
              "list",
              "The name of a profile in a list",
              (stage, id, text) ->
                  assertThat(stage.gateway.list(ConversationQuery.all()).items())
                      .filteredOn(item -> item.id().equals(id))
                      .singleElement()
                      .satisfies(item -> assertThat(item.profileName()).isEqualTo(text))),
          survives(
              Operation.GET,
              "get",
              "The name of a profile",
              (stage, id, text) -> assertThat(stage.gateway.get(id).profileName()).isEqualTo(text)),
          survives(
              Operation.TIMELINE,
              "timeline",
              "The text of a customer",
              (stage, id, text) -> assertThat(stage.contents(id)).containsExactly(text)),
          survives(
              Operation.ASSIGN,
              "assign",
              "The note of an assignment",
              (stage, id, text) -> {
                stage.gateway.assign(id, ScenarioStage.COLLEAGUE, text);
                assertThat(stage.noted(id)).containsExactly(text);
              }),
          survives(
              Operation.ADD_NOTE,
              "note",
              "A note, and the answer that tells it,",
              (stage, id, text) -> {
                assertThat(stage.gateway.addNote(id, text).content()).isEqualTo(text);
                assertThat(stage.noted(id)).containsExactly(text);
              }),
          survives(
              Operation.REPLACE_TAGS,
              "tags",
              "The name of a tag",
              (stage, id, text) -> {
                stage.gateway.replaceTags(id, ScenarioStage.tagNames(text));
                assertThat(stage.tags(id)).containsExactly(text);
              }),
          survives(
              Operation.REPLY,
              "reply",
              "A reply, and the values of its media,",
              (stage, id, text) -> {
                var draft = ReplyDraft.of(text).attaching(Map.of("k", text));
                stage.gateway.reply(id, draft);
                assertThat(stage.backstage.replies(id)).containsExactly(draft);
              }),
          survives(
              Operation.CREATE_CASE,
              "case",
              "The description of a case",
              (stage, id, text) -> {
                var described = SalesforceCase.through(ScenarioStage.INTEGRATION).describedAs(text);
                stage.gateway.createCase(id, described);
                assertThat(stage.backstage.cases(id)).containsExactly(described);
              }));

  private TextScenarios() {}

  private static Map<String, String> texts() {
    var texts = new LinkedHashMap<String, String>();
    texts.put("emoji, also joined and coloured ones", "🎉 👩‍👩‍👧 👍🏽 🇳🇿");
    texts.put("characters outside the basic plane", "𝕏 𠜎 𐍈");
    texts.put("combining characters", "e\u0301 o\u0308\u0323 \u1100\u1161");
    texts.put("right-to-left texts", "שלום \u200fעולם مرحبا \u202eabc");
    texts.put("letters that change case oddly", "Iİıi ßẞ ſ ΣΣς ǅ");
    texts.put("line breaks of every kind", "a\nb\r\nc\rd\u2028e\tf");
    texts.put("markup and escapes", "<b>&amp;</b> \\u0041 \\n \"q\" 'a' {}[] --");
    texts.put("characters that separate the fields of a form", "a=b&note=c&tags[]=d+e%20f%zz;g");
    texts.put("control characters", "bell \u0007 esc \u001b del \u007f nel \u0085");
    texts.put("repeated and special spaces", "a  b\u00a0c\u200bd\u3000e");
    return texts;
  }

  private static Scenario survives(
      Operation operation, String where, String which, Survival survival) {
    return scenario(
        operation,
        "text." + where + "-keeps-every-character",
        which + " arrives as it was written, whatever it holds",
        stage -> {
          stage.backstage.addIntegration(ScenarioStage.INTEGRATION);
          TEXTS.forEach(
              (words, text) -> {
                var id = stage.received(post().saying(text).receivedBy(text));
                try {
                  survival.check(stage, id, text);
                } catch (AssertionError | RuntimeException e) {
                  throw new AssertionError("Of " + words + ": " + e, e);
                }
              });
        });
  }

  /** Check that a text comes through one operation. */
  private interface Survival {
    void check(ScenarioStage stage, ConversationId id, String text);
  }
}
