package io.inboxport.http.reference;

import io.inboxport.call.InboxException.NotFound;
import io.inboxport.call.InboxException.Rejected;
import io.inboxport.call.InboxWrite;
import io.inboxport.call.Operation;
import io.inboxport.conversation.Assignment;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationPage;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.EntryType;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.reply.CredentialId;
import io.inboxport.reply.ReplyContent;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.IntegrationId;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagId;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelineEntryId;
import io.inboxport.timeline.TimelinePage;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The inbox as the API's description has it, as plainly as it can be said. One thread only. */
final class ReferenceInbox {
  static final UserId ME = UserId.of("00A000000000001");
  static final UserId COLLEAGUE = UserId.of("00A000000000002");
  static final IntegrationId INTEGRATION = IntegrationId.of("sfint00000000001");

  private static final int PAGE = 20;
  private static final int LARGEST_PAGE = 100;
  private static final int TEXT_LIMIT = 10_000;

  private final Clock clock;
  private final Map<CredentialId, Network> credentials;
  private final Map<ConversationId, Item> items = new LinkedHashMap<>();
  private final Map<String, Tag> tags = new LinkedHashMap<>();
  private int entries;

  ReferenceInbox(Clock clock, Map<CredentialId, Network> credentials) {
    this.clock = clock;
    this.credentials = credentials;
  }

  /** State of one conversation; timeline, replies and cases oldest first. */
  static final class Item {
    Conversation shown;
    final List<TimelineEntry> timeline = new ArrayList<>();
    final List<ReplyDraft> replies = new ArrayList<>();
    final List<SalesforceCase> cases = new ArrayList<>();

    private Item(Conversation shown) {
      this.shown = shown;
    }
  }

  Map<ConversationId, Item> items() {
    return items;
  }

  void receive(ConversationId id, ItemType type, Network network, Status status, String text) {
    if (items.containsKey(id)) {
      throw new IllegalArgumentException("The id is taken.");
    }
    var shown = Conversation.withId(id).itemType(type).network(network).status(status);
    var item = new Item(shown.tags(List.of()).created(clock.instant()).build());
    items.put(id, item);
    change(item, item.shown.toBuilder());
    append(item, messageType(item), text, null);
  }

  void customerSays(ConversationId id, String text) {
    happens(id, messageType(found(Operation.GET, id)), text);
  }

  void happens(ConversationId id, EntryType type, String content) {
    var item = found(Operation.GET, id);
    change(item, item.shown.toBuilder().status(Status.OPEN));
    append(item, type, content, null);
  }

  ConversationPage list(ConversationQuery query) {
    int count = query.count().orElse(PAGE);
    if (count > LARGEST_PAGE) {
      throw new Rejected(Operation.LIST, null, 400, "");
    }
    var newestFirst = new ArrayList<Conversation>();
    for (var item : items.values()) {
      if (matches(item, query)) {
        newestFirst.add(0, item.shown.toBuilder().tags(null).build());
      }
    }
    var came = newestFirst.subList(0, Math.min(count, newestFirst.size()));
    return new ConversationPage(came, newestFirst.size(), List.of());
  }

  Conversation get(ConversationId id) {
    return found(Operation.GET, id).shown;
  }

  TimelinePage timeline(ConversationId id, @Nullable TimelineEntryId cursor) {
    var item = found(Operation.TIMELINE, id);
    int end = item.timeline.size();
    if (cursor != null) {
      end = item.timeline.stream().map(TimelineEntry::id).toList().indexOf(cursor);
      check(Operation.TIMELINE, item, end >= 0);
    }
    var page = new ArrayList<TimelineEntry>();
    for (int i = end - 1; i >= 0 && page.size() < PAGE; i--) {
      page.add(item.timeline.get(i));
    }
    return new TimelinePage(page, List.of());
  }

  Object write(InboxWrite write) {
    var item = found(write.operation(), write.conversation());
    if (write instanceof InboxWrite.SetStatus set) {
      return setStatus(item, set.status());
    } else if (write instanceof InboxWrite.Assign assign) {
      return assign(item, assign.assignee(), assign.note());
    } else if (write instanceof InboxWrite.AddNote add) {
      check(Operation.ADD_NOTE, item, !add.note().isBlank() && isShort(add.note()));
      change(item, item.shown.toBuilder());
      return append(item, EntryType.NOTE, add.note(), ME);
    } else if (write instanceof InboxWrite.ReplaceTags replace) {
      return replaceTags(item, replace);
    } else if (write instanceof InboxWrite.Reply reply) {
      return reply(item, reply.draft());
    } else if (write instanceof InboxWrite.CreateCase create) {
      var wanted = create.salesforceCase();
      check(Operation.CREATE_CASE, item, wanted.integration().equals(INTEGRATION));
      change(item, item.shown.toBuilder());
      item.cases.add(wanted);
    }
    return Call.DONE;
  }

  private Object setStatus(Item item, Status status) {
    check(Operation.SET_STATUS, item, status.known().isPresent());
    if (!item.shown.status().equals(status)) {
      change(item, item.shown.toBuilder().status(status));
    }
    return Call.DONE;
  }

  private Object assign(Item item, UserId assignee, @Nullable String note) {
    check(Operation.ASSIGN, item, assignee.equals(ME) || assignee.equals(COLLEAGUE));
    check(Operation.ASSIGN, item, note == null || isShort(note));
    if (note != null || !item.shown.assignee().equals(Optional.of(assignee))) {
      change(item, item.shown.toBuilder().assignee(assignee));
    }
    if (note != null) {
      append(item, EntryType.NOTE, note, ME);
    }
    return new Assignment(item.shown.id(), assignee);
  }

  private Object replaceTags(Item item, InboxWrite.ReplaceTags replace) {
    var wanted = new ArrayList<Tag>();
    for (var name : new LinkedHashSet<>(replace.names())) {
      var next = TagId.of(counted("etg", tags.size() + 1));
      wanted.add(tags.computeIfAbsent(name.value(), n -> new Tag(next, n)));
    }
    if (!item.shown.tags().orElseThrow().equals(wanted)) {
      change(item, item.shown.toBuilder().tags(wanted));
    }
    return wanted;
  }

  private Object reply(Item item, ReplyDraft draft) {
    var network = item.shown.network();
    boolean direct = item.shown.itemType().equals(ItemType.CONVERSATION);
    check(Operation.REPLY, item, item.shown.status().equals(Status.OPEN));
    check(Operation.REPLY, item, network.known().isPresent());
    check(Operation.REPLY, item, item.shown.itemType().known().isPresent());
    check(Operation.REPLY, item, !direct || hasMessages(network));
    check(Operation.REPLY, item, !draft.message().isBlank() && isShort(draft.message()));
    var sender = draft.credential().orElse(null);
    check(Operation.REPLY, item, sender == null || network.equals(credentials.get(sender)));
    change(item, item.shown.toBuilder());
    item.replies.add(draft.without(ignored(network, direct)));
    append(item, messageType(item), draft.message(), ME);
    return Call.DONE;
  }

  private static boolean hasMessages(Network network) {
    return List.of(Network.FACEBOOK, Network.TWITTER, Network.LINKEDIN).contains(network);
  }

  private static Set<ReplyContent> ignored(Network network, boolean direct) {
    var ignored = EnumSet.noneOf(ReplyContent.class);
    if (direct || network.equals(Network.TWITTER)) {
      ignored.add(ReplyContent.PARENT_COMMENT);
    }
    if (network.equals(Network.INSTAGRAM) || network.equals(Network.YOUTUBE)) {
      ignored.add(ReplyContent.MEDIA);
    }
    return ignored;
  }

  private static boolean matches(Item item, ConversationQuery query) {
    var shown = item.shown;
    var names = shown.tags().orElseThrow().stream().map(Tag::name).toList();
    var text = query.text().orElse("").toLowerCase(Locale.ROOT);
    return isAny(query.types(), shown.itemType())
        && isAny(query.statuses(), shown.status())
        && isAny(query.networks(), shown.network())
        && (query.assignees().isEmpty()
            || shown.assignee().filter(query.assignees()::contains).isPresent())
        && (query.tags().isEmpty()
            || query.tags().stream().anyMatch(tag -> names.contains(tag.value())))
        && item.timeline.stream()
            .anyMatch(entry -> entry.content().toLowerCase(Locale.ROOT).contains(text));
  }

  private static <T> boolean isAny(List<T> wanted, T value) {
    return wanted.isEmpty() || wanted.contains(value);
  }

  private static boolean isShort(String text) {
    return text.codePoints().count() <= TEXT_LIMIT;
  }

  private static EntryType messageType(Item item) {
    boolean direct = item.shown.itemType().equals(ItemType.CONVERSATION);
    return EntryType.of(direct ? "message" : "comment");
  }

  private void change(Item item, Conversation.Builder changed) {
    item.shown = changed.modified(clock.instant()).build();
  }

  private TimelineEntry append(Item item, EntryType type, String content, @Nullable UserId by) {
    var id = TimelineEntryId.of(counted("eat", ++entries));
    var entry = TimelineEntry.withId(id).type(type).content(content).createdBy(by);
    item.timeline.add(entry.created(clock.instant()).build());
    return item.timeline.get(item.timeline.size() - 1);
  }

  private static String counted(String prefix, int number) {
    return String.format(Locale.ROOT, "%s%012d", prefix, number);
  }

  private Item found(Operation operation, ConversationId id) {
    var item = items.get(id);
    if (item == null) {
      throw new NotFound(operation, id);
    }
    return item;
  }

  private static void check(Operation operation, Item item, boolean sound) {
    if (!sound) {
      throw new Rejected(operation, item.shown.id(), 400, "");
    }
  }
}
