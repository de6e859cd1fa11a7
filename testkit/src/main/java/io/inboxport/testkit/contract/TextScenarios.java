package io.inboxport.testkit.contract;

import static io.inboxport.inmemory.InboundItem.post;
import static io.inboxport.testkit.contract.Scenario.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.SalesforceCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Texts of any kind arrive as they were written, in both directions. */
final class TextScenarios {
  static final List<Scenario> ALL = all();

  private TextScenarios() {}

  private static List<Scenario> all() {
    var all = new ArrayList<Scenario>();
    all.add(survives("emoji", "Emoji, also joined and coloured ones,", "🎉 👩‍👩‍👧 👍🏽 🇳🇿"));
    all.add(survives("four-bytes", "Characters outside the basic plane", "𝕏 𠜎 𐍈"));
    all.add(survives("combining", "Combining characters", "e\u0301 o\u0308\u0323 \u1100\u1161"));
    all.add(survives("right-to-left", "Right-to-left texts", "שלום \u200fעולם مرحبا \u202eabc"));
    all.add(survives("turkish", "Letters that change case oddly", "Iİıi ßẞ ſ ΣΣς ǅ"));
    all.add(survives("line-breaks", "Line breaks of every kind", "a\nb\r\nc\rd\u2028e\tf"));
    all.add(survives("markup", "Markup and escapes", "<b>&amp;</b> \\u0041 \\n \"q\" 'a' {}[] --"));
    all.add(
        survives(
            "form",
            "Characters that separate the fields of a form",
            "a=b&note=c&tags[]=d+e%20f%zz;g"));
    all.add(
        survives("controls", "Control characters", "bell \u0007 esc \u001b del \u007f nel \u0085"));
    all.add(survives("inner-space", "Repeated and special spaces", "a  b\u00a0c\u200bd\u3000e"));
    return List.copyOf(all);
  }

  private static Scenario survives(String name, String which, String text) {
    return scenario(
        "text." + name,
        which + " arrive as they were written",
        stage -> {
          stage.backstage.addIntegration(ScenarioStage.INTEGRATION);
          var id = stage.received(post().saying(text).receivedBy(text));
          assertThat(stage.contents(id)).as("what the customer wrote").containsExactly(text);
          assertThat(stage.gateway.get(id).profileName()).as("the profile").isEqualTo(text);
          assertThat(stage.gateway.addNote(id, text).content()).as("the answer").isEqualTo(text);
          stage.gateway.assign(id, ScenarioStage.COLLEAGUE, text);
          assertThat(stage.noted(id)).as("the notes").containsExactly(text, text);
          var draft = ReplyDraft.of(text).attaching(Map.of("k", text));
          stage.gateway.reply(id, draft);
          assertThat(stage.backstage.replies(id)).as("the reply").containsExactly(draft);
          var described = SalesforceCase.through(ScenarioStage.INTEGRATION).describedAs(text);
          stage.gateway.createCase(id, described);
          assertThat(stage.backstage.cases(id)).as("the case").containsExactly(described);
          stage.gateway.replaceTags(id, ScenarioStage.tagNames(text));
          assertThat(stage.tags(id)).as("the tag").containsExactly(text);
        });
  }
}
