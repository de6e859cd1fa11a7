package io.inboxport.app;

import static io.inboxport.inmemory.InboundItem.directMessage;
import static io.inboxport.inmemory.InboundItem.mention;

import io.inboxport.Inbox;
import io.inboxport.call.InboxException;
import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.UserId;
import io.inboxport.inmemory.Fault;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.SettableClock;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.IntegrationId;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.tag.TagName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The tour: an hour with two customers. Every call is shown as it is made; a test compares the
 * texts with this source.
 */
final class DemoTour {
  private static final IntegrationId SALESFORCE = IntegrationId.of("sfint00000000001");

  private final SettableClock clock = SettableClock.at(Instant.parse("2025-03-10T14:22:00Z"));
  private final InMemoryInboxGateway backend = InMemoryInboxGateway.builder().clock(clock).build();
  private final Inbox inbox = Inbox.over(backend);
  private final List<Step> steps = new ArrayList<>();

  private DemoTour() {
    backend.addIntegration(SALESFORCE);
  }

  static List<Step> run() {
    var demo = new DemoTour();
    demo.theyWrite();
    return List.copyOf(demo.steps);
  }

  private void theyWrite() {
    var anna = backend.receive(directMessage().on(Network.LINKEDIN).saying("My invoice is wrong"));
    var fan = backend.receive(mention().on(Network.INSTAGRAM).saying("Love the new office!"));
    show(
        "Customers write: this is how a test seeds the twin",
        """
        var anna = backend.receive(
            directMessage().on(Network.LINKEDIN).saying("My invoice is wrong"));
        var fan = backend.receive(
            mention().on(Network.INSTAGRAM).saying("Love the new office!"));""",
        () -> anna + "\n" + fan);
    youLook(anna);
    youSort(anna);
    youAnswer(anna);
    rulesRefuse(fan);
    theyComeBack(anna);
    theNetworkFails(anna);
  }

  private void youLook(ConversationId anna) {
    show(
        "List what is open",
        "inbox.list(ConversationQuery.open());",
        () -> {
          var page = inbox.list(ConversationQuery.open());
          return page.items().stream()
              .map(item -> item.id() + "  " + item.network() + " " + item.itemType())
              .collect(Collectors.joining("\n", page.total().orElseThrow() + " in all\n", ""));
        });
    show(
        "Get one, with its tags",
        "inbox.get(anna);",
        () -> {
          var item = inbox.get(anna);
          return item.id() + " is " + item.status() + ", tags " + item.tags().orElseThrow();
        });
  }

  private void youSort(ConversationId anna) {
    show(
        "Assign it, with a note for the colleague",
        """
        inbox.assign(anna, UserId.of("00A000000000002"), "Billing, please look");""",
        () ->
            "assigned to "
                + inbox
                    .assign(anna, UserId.of("00A000000000002"), "Billing, please look")
                    .assignee());
    show(
        "Add a note: no customer sees it",
        """
        inbox.addNote(anna, "Invoice 4711 has the old VAT rate");""",
        () -> {
          clock.advance(Duration.ofMinutes(5));
          return "noted as " + inbox.addNote(anna, "Invoice 4711 has the old VAT rate").id();
        });
    show(
        "Replace the tags",
        """
        inbox.replaceTags(anna, TagName.of("Billing"), TagName.of("VIP"));""",
        () ->
            inbox.replaceTags(anna, TagName.of("Billing"), TagName.of("VIP")).tags().stream()
                .map(tag -> tag.id() + "  " + tag.name())
                .collect(Collectors.joining("\n")));
    show(
        "Create a Salesforce case",
        """
        inbox.createCase(anna,
            SalesforceCase.through(SALESFORCE).describedAs("Wrong VAT"));""",
        () -> {
          inbox.createCase(anna, SalesforceCase.through(SALESFORCE).describedAs("Wrong VAT"));
          return "created";
        });
  }

  private void youAnswer(ConversationId anna) {
    clock.advance(Duration.ofMinutes(5));
    show(
        "Reply: sent once, or refused with every reason",
        """
        inbox.reply(anna,
            ReplyDraft.of("You are right, a new invoice is on its way."));""",
        () -> {
          var receipt =
              inbox.reply(anna, ReplyDraft.of("You are right, a new invoice is on its way."));
          return "sent, " + (receipt.dropped().isEmpty() ? "complete" : "incomplete");
        });
    show(
        "Walk the timeline, newest first, fetching only what you read",
        "inbox.timeline(anna).stream().limit(4).toList();",
        () ->
            inbox.timeline(anna).stream().limit(4).toList().stream()
                .map(entry -> "%-8s %s".formatted(entry.type(), entry.content()))
                .collect(Collectors.joining("\n")));
  }

  private void rulesRefuse(ConversationId fan) {
    var draft =
        ReplyDraft.of("Come and see!").attaching(Map.of("url", "https://example.com/office.jpg"));
    show(
        "Instagram would drop the picture without a word: the rules say so",
        """
        var draft =
            ReplyDraft.of("Come and see!")
                .attaching(Map.of("url", "https://example.com/office.jpg"));
        inbox.reply(fan, draft);""",
        () -> "sent without " + inbox.reply(fan, draft).dropped());
    show(
        "Unless you can do without it; the receipt tells what was dropped",
        "inbox.reply(fan, draft.droppingUnsupported());",
        () -> "sent without " + inbox.reply(fan, draft.droppingUnsupported()).dropped());
  }

  private void theyComeBack(ConversationId anna) {
    show(
        "Close it",
        "inbox.close(anna);",
        () -> {
          inbox.close(anna);
          return inbox.get(anna).status().toString();
        });
    show(
        "Ask before you write: a verdict is pure, and knows every reason",
        """
        inbox.canReply(inbox.get(anna), ReplyDraft.of(""));""",
        () ->
            inbox.canReply(inbox.get(anna), ReplyDraft.of("")).reasons().stream()
                .map(reason -> reason.describe())
                .collect(Collectors.joining("\n")));
    show(
        "She writes again, and the item is open again",
        """
        backend.customerSays(anna, "Thank you!");""",
        () -> {
          backend.customerSays(anna, "Thank you!");
          return inbox.get(anna).status().toString();
        });
  }

  private void theNetworkFails(ConversationId anna) {
    show(
        "The reply goes out and the answer gets lost. Never just send again: look",
        """
        backend.faults().inject(Operation.REPLY, Fault.unheard());
        try {
          inbox.reply(anna, ReplyDraft.of("You are welcome."));
        } catch (OutcomeUnknown unknown) {
          return inbox.reconcile(unknown);
        }""",
        () -> {
          backend.faults().inject(Operation.REPLY, Fault.unheard());
          try {
            inbox.reply(anna, ReplyDraft.of("You are welcome."));
          } catch (OutcomeUnknown unknown) {
            var found = inbox.reconcile(unknown);
            return found.outcome() + ": " + found.explanation();
          }
          return "sent";
        });
  }

  private void show(String title, String call, Supplier<String> work) {
    try {
      steps.add(new Step(title, call, work.get(), false));
    } catch (InboxException e) {
      steps.add(new Step(title, call, e.kind().label() + ": " + e.getMessage(), true));
    }
  }

  /**
   * One step of the tour.
   *
   * @param title what it shows
   * @param call the Java call
   * @param result what came of it, in lines
   * @param refused whether it ended in a refusal
   */
  record Step(String title, String call, String result, boolean refused) {}
}
