package io.inboxport.http.reference;

import static io.inboxport.conversation.ConversationQuery.all;

import io.inboxport.call.InboxWrite;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.inmemory.InboundItem;
import io.inboxport.reply.CommentId;
import io.inboxport.reply.CredentialId;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.IntegrationId;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.salesforce.SalesforceUserId;
import io.inboxport.tag.TagName;
import io.inboxport.timeline.EntryType;
import io.inboxport.timeline.TimelineEntryId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
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

  /** Two items that take many writes, so that most sequences get somewhere. */
  static final List<Step> BEGINNING =
      List.of(
          received(IDS.get(0), ItemType.CONVERSATION, Network.TWITTER, Status.OPEN, "Hello"),
          received(IDS.get(1), ItemType.POST, Network.FACEBOOK, Status.OPEN, "My invoice"));

  private Steps() {}

  static Arbitrary<List<Step>> sequences() {
    return Arbitraries.frequencyOf(
            Tuple.of(3, received()),
            Tuple.of(3, inbound()),
            Tuple.of(2, passing()),
            Tuple.of(12, calls().map(call -> new Step.Calls(call, null))),
            Tuple.of(
                2,
                Combinators.combine(calls(), Arbitraries.of(Trouble.values())).as(Step.Calls::new)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(100)
        .withSizeDistribution(RandomDistribution.uniform());
  }

  private static Arbitrary<Step> received() {
    return Combinators.combine(ids(), of(TYPES), of(NETWORKS), of(STATUSES), texts())
        .as(Steps::received);
  }

  private static Step received(
      ConversationId id, ItemType type, Network network, Status status, String text) {
    var item = InboundItem.of(type).withId(id).on(network).withStatus(status).saying(text);
    return new Step.Happens(
        "receive " + id + ", a " + type + " on " + network + ", " + status,
        reference -> reference.receive(id, type, network, status, text),
        twin -> twin.receive(item));
  }

  private static Arbitrary<Step> inbound() {
    var says =
        Combinators.combine(ids(), texts(), Arbitraries.of(1, 1, 1, 25))
            .as(
                (id, text, times) ->
                    (Step)
                        new Step.Happens(
                            "the customer of " + id + " says " + shown(text) + ", times " + times,
                            reference -> repeat(times, () -> reference.customerSays(id, text)),
                            twin -> repeat(times, () -> twin.customerSays(id, text))));
    var happens =
        Combinators.combine(ids(), Arbitraries.of("like", "share", "Sticker"), texts())
            .as(
                (id, type, text) ->
                    (Step)
                        new Step.Happens(
                            "a " + type + " happens to " + id,
                            reference -> reference.happens(id, EntryType.of(type), text),
                            twin -> twin.happens(id, EntryType.of(type), text)));
    return Arbitraries.oneOf(says, happens);
  }

  private static Arbitrary<Step> passing() {
    return Arbitraries.of(1L, 999L, 1000L, 60_500L, 86_400_000L)
        .map(millis -> new Step.Passes(Duration.ofMillis(millis)));
  }

  private static Arbitrary<Call> calls() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, queries()),
        Tuple.of(2, ids().map(Call::get)),
        Tuple.of(3, Combinators.combine(ids(), cursors()).as(Call::timeline)),
        Tuple.of(1, Arbitraries.just(Call.me())),
        Tuple.of(3, statuses()),
        Tuple.of(3, assignments()),
        Tuple.of(3, notes()),
        Tuple.of(3, tags()),
        Tuple.of(4, replies()),
        Tuple.of(2, cases()));
  }

  private static Arbitrary<Call> queries() {
    return Combinators.combine(
            some(TYPES), some(STATUSES), some(NETWORKS), some(USERS), some(TAGS), texts(), counts())
        .as(
            (types, statuses, networks, users, tags, text, count) -> {
              ConversationQuery query =
                  all()
                      .ofType(types.toArray(ItemType[]::new))
                      .withStatus(statuses.toArray(Status[]::new))
                      .on(networks.toArray(Network[]::new))
                      .assignedTo(users.toArray(UserId[]::new))
                      .tagged(tags.toArray(TagName[]::new));
              var matching = text.length() > 100 ? query : query.matching(text);
              var counted = count == 0 ? matching : matching.atMost(count);
              return Call.list(counted.toString(), counted);
            });
  }

  private static Arbitrary<Call> statuses() {
    return Combinators.combine(ids(), of(STATUSES))
        .as((id, to) -> Call.write("set " + id + " " + to, new InboxWrite.SetStatus(id, to)));
  }

  private static Arbitrary<Call> assignments() {
    // Nobody says what an empty note of an assignment is, and a gateway is not asked to take one.
    var notes = texts().filter(text -> !text.isBlank()).injectNull(0.5);
    return Combinators.combine(ids(), of(USERS), notes)
        .as(
            (id, user, note) ->
                Call.write(
                    "assign " + id + " to " + user + " with " + shown(note),
                    new InboxWrite.Assign(id, user, note)));
  }

  private static Arbitrary<Call> notes() {
    return Combinators.combine(ids(), texts())
        .as(
            (id, note) ->
                Call.write("note " + shown(note) + " on " + id, new InboxWrite.AddNote(id, note)));
  }

  private static Arbitrary<Call> tags() {
    return Combinators.combine(ids(), of(TAGS).list().ofMaxSize(4))
        .as(
            (id, tags) ->
                Call.write("tag " + id + " " + tags, new InboxWrite.ReplaceTags(id, tags)));
  }

  private static Arbitrary<Call> replies() {
    var credentials = Arbitraries.of(credentials()).injectNull(0.7);
    var parents = Arbitraries.of("eit000000000002", "eat000000000001", "x&y=z").injectNull(0.6);
    var media =
        Arbitraries.of(Map.of("url", "a.png"), Map.of("k+1", "ü & = 🎉")).list().ofMaxSize(2);
    return Combinators.combine(ids(), texts(), credentials, parents, media)
        .as(
            (id, text, credential, parent, attached) -> {
              var draft = ReplyDraft.of(text);
              draft = credential == null ? draft : draft.from(credential);
              draft = parent == null ? draft : draft.under(CommentId.of(parent));
              for (var object : attached) {
                draft = draft.attaching(object);
              }
              return Call.write("reply " + draft + " to " + id, new InboxWrite.Reply(id, draft));
            });
  }

  private static List<CredentialId> credentials() {
    var all = new ArrayList<>(Trio.CREDENTIALS.keySet());
    all.add(CredentialId.of("003-unknown"));
    return all;
  }

  private static Arbitrary<Call> cases() {
    var integrations =
        Arbitraries.of(ReferenceInbox.INTEGRATION, IntegrationId.of("sfint00000000009"));
    var descriptions = texts().filter(t -> !t.isBlank() && t.length() < 9000).injectNull(0.3);
    return Combinators.combine(ids(), integrations, descriptions)
        .as(
            (id, integration, text) -> {
              var wanted =
                  SalesforceCase.through(integration).ownedBy(SalesforceUserId.of("005&x=1"));
              wanted = text == null ? wanted : wanted.describedAs(text);
              return Call.write("case for " + id, new InboxWrite.CreateCase(id, wanted));
            });
  }

  private static Arbitrary<ConversationId> ids() {
    return Arbitraries.frequencyOf(
        Tuple.of(5, Arbitraries.of(IDS.subList(0, 2))),
        Tuple.of(2, Arbitraries.of(IDS)),
        Tuple.of(1, Arbitraries.just(ConversationId.of("eit000000000099"))));
  }

  private static Arbitrary<@Nullable TimelineEntryId> cursors() {
    return Arbitraries.integers()
        .between(1, 80)
        .map(i -> TimelineEntryId.of(String.format(Locale.ROOT, "eat%012d", i)))
        .injectNull(0.4);
  }

  private static Arbitrary<Integer> counts() {
    return Arbitraries.of(0, 0, 0, 1, 2, 100, 101);
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.frequencyOf(
        Tuple.of(4, Arbitraries.of("Hello", "hello there", "My invoice", "İstanbul", "a&b=c+d%20")),
        Tuple.of(1, Arbitraries.of("", " ", "\n")),
        Tuple.of(
            1,
            Arbitraries.of("n".repeat(10_000), "n".repeat(10_001), "🎉".repeat(10_000), "é\r\n🎉")),
        Tuple.of(2, unicode()));
  }

  /** Any text that can be written in UTF-8. */
  private static Arbitrary<String> unicode() {
    return Arbitraries.strings()
        .ofMaxLength(12)
        .filter(text -> text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF));
  }

  private static <T> Arbitrary<T> of(List<T> values) {
    return Arbitraries.of(values);
  }

  private static <T> Arbitrary<List<T>> some(List<T> values) {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.just(List.of())), Tuple.of(1, of(values).list().ofMaxSize(2)));
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
