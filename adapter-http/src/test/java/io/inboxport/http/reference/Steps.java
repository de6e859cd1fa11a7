package io.inboxport.http.reference;

import static io.inboxport.conversation.ConversationQuery.all;
import static io.inboxport.properties.Generators.choice;
import static io.inboxport.properties.Generators.combine;
import static io.inboxport.properties.Generators.enums;
import static io.inboxport.properties.Generators.frequency;
import static io.inboxport.properties.Generators.integers;
import static io.inboxport.properties.Generators.just;
import static io.inboxport.properties.Generators.lists;
import static io.inboxport.properties.Generators.listsOfEvenSizes;
import static io.inboxport.properties.Generators.oneOf;
import static io.inboxport.properties.Generators.strings;
import static io.inboxport.properties.Generators.weighted;

import io.inboxport.call.InboxWrite;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.EntryType;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.inmemory.InboundItem;
import io.inboxport.properties.Generator;
import io.inboxport.reply.CommentId;
import io.inboxport.reply.CredentialId;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.IntegrationId;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.salesforce.SalesforceUserId;
import io.inboxport.tag.TagName;
import io.inboxport.timeline.TimelineEntryId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sequences of steps: few items, so that steps meet, and input of every kind, sound or not. */
final class Steps {
  private static final List<ConversationId> IDS =
      Stream.of("eit000000000001", "eit000000000002", "a/b?c#d e%2f", "größer\n🎉")
          .map(ConversationId::of)
          .toList();
  private static final List<ItemType> TYPES =
      Stream.concat(ItemType.values().stream(), Stream.of(ItemType.of("StoryReaction"))).toList();
  private static final List<Network> NETWORKS =
      Stream.concat(Network.values().stream(), Stream.of(Network.of("Mastodon"))).toList();
  private static final List<Status> STATUSES =
      List.of(Status.OPEN, Status.CLOSED, Status.of("snoozed"));
  private static final List<TagName> TAGS =
      Stream.of("VIP", "vip", "Billing & more", "größer 🎉", "x".repeat(64))
          .map(TagName::of)
          .toList();
  private static final List<UserId> USERS =
      List.of(ReferenceInbox.ME, ReferenceInbox.COLLEAGUE, UserId.of("00A999999999999"));

  /** The first two more often, so that steps meet. The last is never received. */
  private static final Generator<ConversationId> SOME_ID =
      frequency(
          weighted(5, choice(IDS.subList(0, 2))),
          weighted(2, choice(IDS)),
          weighted(1, just(ConversationId.of("eit000000000099"))));

  /** Any text that can be written in UTF-8. */
  private static final Generator<String> UNICODE =
      strings(0, 12).filter(text -> text.codePoints().noneMatch(Steps::isHalfAPair));

  private static final Generator<String> SOME_TEXT =
      frequency(
          weighted(4, choice("Hello", "hello there", "My invoice", "İstanbul", "a&b=c+d%20")),
          weighted(1, choice("", " ", "\n")),
          weighted(
              1, choice("n".repeat(10_000), "n".repeat(10_001), "🎉".repeat(10_000), "é\r\n🎉")),
          weighted(2, UNICODE));

  /** Two items that take many writes, so that most sequences get somewhere. */
  static final List<Step> BEGINNING =
      List.of(
          received(IDS.get(0), ItemType.CONVERSATION, Network.TWITTER, Status.OPEN, "Hello"),
          received(IDS.get(1), ItemType.POST, Network.FACEBOOK, Status.OPEN, "My invoice"));

  private Steps() {}

  /** Sequences of 1 to 100 steps. */
  static Generator<List<Step>> sequences() {
    Generator<Step> peaceful = calls().map(call -> new Step.Calls(call, null));
    Generator<Step> troubled = combine(calls(), enums(Trouble.class), Step.Calls::new);
    return listsOfEvenSizes(
        frequency(
            weighted(3, received()),
            weighted(3, inbound()),
            weighted(2, passing()),
            weighted(12, peaceful),
            weighted(2, troubled)),
        1,
        100);
  }

  private static Generator<Step> received() {
    return draws ->
        received(
            SOME_ID.from(draws),
            choice(TYPES).from(draws),
            choice(NETWORKS).from(draws),
            choice(STATUSES).from(draws),
            SOME_TEXT.from(draws));
  }

  private static Step received(
      ConversationId id, ItemType type, Network network, Status status, String text) {
    var item = InboundItem.of(type).withId(id).on(network).withStatus(status).saying(text);
    return new Step.Happens(
        "receive " + id + ", a " + type + " on " + network + ", " + status,
        reference -> reference.receive(id, type, network, status, text),
        twin -> twin.receive(item));
  }

  private static Generator<Step> inbound() {
    Generator<Step> says =
        combine(
            SOME_ID,
            SOME_TEXT,
            choice(1, 1, 1, 25),
            (id, text, times) ->
                new Step.Happens(
                    "the customer of " + id + " says " + shown(text) + ", times " + times,
                    reference -> repeat(times, () -> reference.customerSays(id, text)),
                    twin -> repeat(times, () -> twin.customerSays(id, text))));
    Generator<Step> happens =
        combine(
            SOME_ID,
            choice("like", "share", "Sticker"),
            SOME_TEXT,
            (id, type, text) ->
                new Step.Happens(
                    "a " + type + " happens to " + id,
                    reference -> reference.happens(id, EntryType.of(type), text),
                    twin -> twin.happens(id, EntryType.of(type), text)));
    return oneOf(says, happens);
  }

  private static Generator<Step> passing() {
    return choice(1L, 999L, 1000L, 60_500L, 86_400_000L)
        .map(millis -> new Step.Passes(Duration.ofMillis(millis)));
  }

  private static Generator<Call> calls() {
    return frequency(
        weighted(3, queries()),
        weighted(2, SOME_ID.map(Call::get)),
        weighted(3, combine(SOME_ID, cursors(), Call::timeline)),
        weighted(2, just(Call.me())),
        weighted(3, statuses()),
        weighted(3, assignments()),
        weighted(3, notes()),
        weighted(3, tags()),
        weighted(4, replies()),
        weighted(2, cases()));
  }

  private static Generator<Call> queries() {
    Generator<ConversationQuery> filters =
        draws ->
            all()
                .ofType(some(TYPES).from(draws).toArray(ItemType[]::new))
                .withStatus(some(STATUSES).from(draws).toArray(Status[]::new))
                .on(some(NETWORKS).from(draws).toArray(Network[]::new))
                .assignedTo(some(USERS).from(draws).toArray(UserId[]::new))
                .tagged(some(TAGS).from(draws).toArray(TagName[]::new));
    return combine(
        filters,
        SOME_TEXT,
        choice(0, 0, 0, 1, 2, 100, 101),
        (query, text, count) -> {
          var matching = text.length() > 100 ? query : query.matching(text);
          var counted = count == 0 ? matching : matching.atMost(count);
          return Call.list(counted.toString(), counted);
        });
  }

  private static Generator<Call> statuses() {
    return combine(
        SOME_ID,
        choice(STATUSES),
        (id, to) -> Call.write("set " + id + " " + to, new InboxWrite.SetStatus(id, to)));
  }

  private static Generator<Call> assignments() {
    // The vendor does not say what an empty note of an assignment is; a gateway is not asked.
    var notes = SOME_TEXT.filter(text -> !text.isBlank()).orNull(0.5);
    return combine(
        SOME_ID,
        choice(USERS),
        notes,
        (id, user, note) ->
            Call.write(
                "assign " + id + " to " + user + " with " + shown(note),
                new InboxWrite.Assign(id, user, note)));
  }

  private static Generator<Call> notes() {
    return combine(
        SOME_ID,
        SOME_TEXT,
        (id, note) ->
            Call.write("note " + shown(note) + " on " + id, new InboxWrite.AddNote(id, note)));
  }

  private static Generator<Call> tags() {
    return combine(
        SOME_ID,
        lists(choice(TAGS), 0, 4),
        (id, tags) -> Call.write("tag " + id + " " + tags, new InboxWrite.ReplaceTags(id, tags)));
  }

  private static Generator<Call> replies() {
    return combine(
        SOME_ID,
        drafts(),
        (id, draft) -> Call.write("reply " + draft + " to " + id, new InboxWrite.Reply(id, draft)));
  }

  private static Generator<ReplyDraft> drafts() {
    var credentials = choice(credentials()).orNull(0.7);
    var parents = choice("eit000000000002", "eat000000000001", "x&y=z").orNull(0.6);
    var media = lists(choice(Map.of("url", "a.png"), Map.of("k+1", "ü & = 🎉")), 0, 2);
    return draws -> {
      var draft = ReplyDraft.of(SOME_TEXT.from(draws));
      var credential = credentials.from(draws);
      draft = credential == null ? draft : draft.from(credential);
      var parent = parents.from(draws);
      draft = parent == null ? draft : draft.under(CommentId.of(parent));
      for (var object : media.from(draws)) {
        draft = draft.attaching(object);
      }
      return draft;
    };
  }

  private static List<CredentialId> credentials() {
    var all = new ArrayList<>(Trio.CREDENTIALS.keySet());
    // The order of a map without one differs from run to run, which a seed would not repeat.
    all.sort(Comparator.comparing(CredentialId::toString));
    all.add(CredentialId.of("003-unknown"));
    return all;
  }

  private static Generator<Call> cases() {
    var integrations = choice(ReferenceInbox.INTEGRATION, IntegrationId.of("sfint00000000009"));
    var descriptions =
        SOME_TEXT.filter(text -> !text.isBlank() && text.length() < 9000).orNull(0.3);
    return combine(
        SOME_ID,
        integrations,
        descriptions,
        (id, integration, text) -> {
          var wanted = SalesforceCase.through(integration).ownedBy(SalesforceUserId.of("005&x=1"));
          wanted = text == null ? wanted : wanted.describedAs(text);
          return Call.write("case for " + id, new InboxWrite.CreateCase(id, wanted));
        });
  }

  private static Generator<@Nullable TimelineEntryId> cursors() {
    return integers(1, 80)
        .map(i -> TimelineEntryId.of(String.format(Locale.ROOT, "eat%012d", i)))
        .orNull(0.4);
  }

  private static <T> Generator<List<T>> some(List<T> values) {
    return frequency(weighted(3, just(List.of())), weighted(1, lists(choice(values), 0, 2)));
  }

  private static boolean isHalfAPair(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private static void repeat(int times, Runnable action) {
    for (int i = 0; i < times; i++) {
      action.run();
    }
  }

  private static String shown(@Nullable String text) {
    return text == null || text.length() <= 20 ? "\"" + text + "\"" : text.length() + " chars";
  }
}
