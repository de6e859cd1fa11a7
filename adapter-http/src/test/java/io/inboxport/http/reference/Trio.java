package io.inboxport.http.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.Inbox;
import io.inboxport.call.InboxException;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.Network;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.SettableClock;
import io.inboxport.port.InboxGateway;
import io.inboxport.reply.CredentialId;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.testkit.sandbox.Sandbox;
import io.inboxport.timeline.TimelineEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The three inboxes side by side, on one clock. */
final class Trio {
  static final Map<CredentialId, Network> CREDENTIALS =
      Map.of(
          CredentialId.of("003-001000000000001-1"), Network.FACEBOOK,
          CredentialId.of("003-001000000000001-2"), Network.TWITTER);

  private final SettableClock clock;
  private final ReferenceInbox reference;
  private final InMemoryInboxGateway twin;
  private final InMemoryInboxGateway behindTheDoor;
  private final InboxGateway overHttp;
  private final Map<String, Integer> ends;

  /**
   * Starts anew; the sandbox has been reset.
   *
   * @param ends counts how calls end, by operation and by kind of error
   */
  Trio(Sandbox sandbox, InboxGateway overHttp, Map<String, Integer> ends) {
    this.clock = sandbox.clock();
    this.reference = new ReferenceInbox(clock, CREDENTIALS);
    this.twin = InMemoryInboxGateway.builder().clock(clock).build();
    this.behindTheDoor = sandbox.twin();
    this.overHttp = overHttp;
    this.ends = ends;
    for (var inbox : List.of(twin, behindTheDoor)) {
      CREDENTIALS.forEach(inbox::addCredential);
      inbox.addIntegration(ReferenceInbox.INTEGRATION);
    }
    Steps.BEGINNING.forEach(this::take);
  }

  void take(Step step) {
    if (step instanceof Step.Calls calls) {
      call(calls.call(), calls.trouble());
    } else if (step instanceof Step.Passes passes) {
      clock.advance(passes.time());
    } else if (step instanceof Step.Happens happens) {
      happen(happens);
    }
    assertThat(state(twin)).as("the state of the twin after: " + step).isEqualTo(state());
    assertThat(state(behindTheDoor))
        .as("the state behind the HTTP adapter after: " + step)
        .isEqualTo(state());
  }

  private void call(Call call, @Nullable Trouble trouble) {
    var expected = expected(call, trouble);
    if (trouble != null) {
      twin.faults().inject(call.operation(), trouble.fault);
      behindTheDoor.faults().inject(call.operation(), trouble.fault);
    }
    var ofTwin = Outcome.of(() -> call.onGateway().apply(twin));
    var overTheWire = Outcome.of(() -> call.onGateway().apply(overHttp));
    assertThat(ofTwin.salient()).as("the twin, asked to " + call).isEqualTo(expected.salient());
    assertThat(overTheWire.salient())
        .as("the HTTP adapter, asked to " + call)
        .isEqualTo(expected.salient());
    assertThat(ofTwin.words()).as("words over HTTP").matches(uncut(overTheWire.words()));
    assertThat(twin.faults().pending() + behindTheDoor.faults().pending())
        .as("faults that no call met")
        .isZero();
    ends.merge(call.operation() + " " + expected.kind(), 1, Integer::sum);
  }

  /** Of a text that was sent, the adapter leaves "…" in the words of the server, even by chance. */
  private static String uncut(String words) {
    return Arrays.stream(words.split("…", -1))
        .map(Pattern::quote)
        .collect(Collectors.joining(".+"));
  }

  private Outcome expected(Call call, @Nullable Trouble trouble) {
    var answer = call.onReference();
    if (trouble == null) {
      return Outcome.of(() -> answer.apply(reference));
    }
    if (trouble.reachesTheServer() && call.write() != null) {
      // It executes, and its answer is never heard.
      Outcome.of(() -> answer.apply(reference));
    }
    return Outcome.of(trouble.endOf(call, clock.instant()));
  }

  private void happen(Step.Happens step) {
    try {
      step.onReference().accept(reference);
    } catch (InboxException.NotFound | IllegalArgumentException impossible) {
      return;
    }
    step.onTwin().accept(twin);
    step.onTwin().accept(behindTheDoor);
  }

  private List<List<Object>> state() {
    var state = new ArrayList<List<Object>>();
    for (var item : reference.items().values()) {
      var newestFirst = new ArrayList<>(item.timeline);
      Collections.reverse(newestFirst);
      state.add(state(item.shown, newestFirst, item.replies, item.cases));
    }
    return state;
  }

  private List<List<Object>> state(InMemoryInboxGateway inbox) {
    var state = new ArrayList<List<Object>>();
    for (var id : reference.items().keySet()) {
      var newestFirst = Inbox.over(inbox).timeline(id).stream().toList();
      state.add(state(inbox.get(id), newestFirst, inbox.replies(id), inbox.cases(id)));
    }
    return state;
  }

  /** All of an item, and once more what its own words keep to themselves. */
  private static List<Object> state(
      Conversation shown,
      List<TimelineEntry> newestFirst,
      List<ReplyDraft> replies,
      List<SalesforceCase> cases) {
    return List.of(
        shown,
        shown.modified(),
        shown.assignee(),
        shown.tags(),
        newestFirst,
        newestFirst.stream().map(TimelineEntry::content).toList(),
        List.copyOf(replies),
        List.copyOf(cases));
  }
}
