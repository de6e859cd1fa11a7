package io.inboxport.testkit.contract;

import static io.inboxport.testkit.contract.Scenario.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.Reconciliation.Outcome;
import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.call.Operation;
import io.inboxport.conversation.Network;
import io.inboxport.inmemory.Fault;
import io.inboxport.inmemory.InboundItem;
import io.inboxport.inmemory.TextTreatment;
import io.inboxport.reply.ReplyDraft;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Scenarios of servers and networks that show a text in other words than it was sent in. */
final class TreatmentScenarios {
  private static final String SENT = "@jane_doe <Thanks> & Grüße 😊";

  static final List<Scenario> ALL = all();

  private TreatmentScenarios() {}

  private static List<Scenario> all() {
    var cases =
        List.of(
            new Treated("truncated", "Cut texts", TextTreatment.truncated(9), "@jane_doe"),
            new Treated("ellipsis", "Shortened texts", TextTreatment.ellipsis(9), "@jane_doe…"),
            new Treated(
                "html-entities",
                "Escaped texts",
                TextTreatment.htmlEntities(),
                "@jane_doe &lt;Thanks&gt; &amp; Gr&#252;&#223;e &#128522;"),
            new Treated(
                "basic-plane",
                "Texts without their emoji",
                TextTreatment.basicPlane(),
                "@jane_doe <Thanks> & Grüße "),
            new Treated(
                "appending", "Signed texts", TextTreatment.appending(" ^TB"), SENT + " ^TB"),
            new Treated(
                "mention",
                "Names instead of handles",
                TextTreatment.mention("jane_doe", "Jane Doe"),
                "Jane Doe <Thanks> & Grüße 😊"),
            new Treated(
                "split-in-two",
                "Texts in two entries",
                TextTreatment.splitInTwo(),
                "@jane_doe <Tha",
                "nks> & Grüße 😊"),
            new Treated("empty", "Empty texts", TextTreatment.empty(), ""),
            new Treated(
                "placeholder",
                "Placeholders instead of texts",
                TextTreatment.placeholder("[image]"),
                "[image]"),
            new Treated(
                "any-function",
                "Texts after any treatment",
                TextTreatment.of("upper-case", text -> text.toUpperCase(Locale.ROOT)),
                "@JANE_DOE <THANKS> & GRÜSSE 😊"));
    var all = new ArrayList<Scenario>();
    cases.forEach(treated -> all.add(treated.isShown()));
    cases.forEach(treated -> all.add(treated.isNotTakenForAbsence()));
    all.add(
        scenario(
                Operation.TIMELINE,
                "treatment.shows-notes",
                "Treated notes are told as the timeline shows them",
                stage -> {
                  stage.backstage.treatTexts(TextTreatment.ellipsis(9));
                  var id = stage.received(Treated.quiet());
                  stage.gateway.addNote(id, SENT);
                  assertThat(stage.contents(id)).containsExactly("@jane_doe…");
                })
            .needing(Operation.ADD_NOTE));
    return List.copyOf(all);
  }

  /**
   * One treatment.
   *
   * @param shown what the timeline shows, in the order of the entries
   */
  private record Treated(String name, String which, TextTreatment treatment, List<String> shown) {
    Treated(String name, String which, TextTreatment treatment, String... shown) {
      this(name, which, treatment, List.of(shown));
    }

    Scenario isShown() {
      return scenario(
              Operation.TIMELINE,
              "treatment.shows-" + name,
              which + " of replies are told as the timeline shows them",
              stage -> {
                stage.backstage.treatTexts(treatment);
                var id = stage.received(quiet());
                stage.gateway.reply(id, ReplyDraft.of(SENT));
                assertShown(stage.contents(id));
                assertThat(stage.backstage.replies(id))
                    .as("the replies as they were sent")
                    .containsExactly(ReplyDraft.of(SENT));
              })
          .needing(Operation.REPLY);
    }

    Scenario isNotTakenForAbsence() {
      return scenario(
              Operation.REPLY,
              "treatment.hides-no-" + name,
              which + " that went through unheard are never taken for not done",
              stage -> {
                stage.backstage.treatTexts(treatment);
                var id = stage.received(quiet());
                stage.backstage.inject(Operation.REPLY, Fault.unheard(), 1);
                var unknown =
                    stage.fails(
                        OutcomeUnknown.class,
                        Operation.REPLY,
                        id,
                        () -> stage.gateway.reply(id, ReplyDraft.of(SENT)));
                var found = stage.inbox.settlingFor(Duration.ZERO).reconcile(unknown);
                assertThat(found.outcome()).as(found.explanation()).isEqualTo(Outcome.INCONCLUSIVE);
              })
          .needing(WriteCase.REPLY.looks());
    }

    private void assertShown(List<String> newestFirst) {
      var inOrder = new ArrayList<>(newestFirst);
      Collections.reverse(inOrder);
      assertThat(inOrder).as("the entries, oldest first").isEqualTo(shown);
    }

    private static InboundItem quiet() {
      return InboundItem.directMessage().on(Network.FACEBOOK);
    }
  }
}
