package io.inboxport.testkit.contract;

import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationPage;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.Network;
import io.inboxport.port.InboxGateway;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Gateways that list wrongly. */
final class BrokenLists {
  static final List<BrokenGateway> ALL =
      List.of(
          asks("ignores the item types asked for", "filters-by-item-type", q -> q.ofType()),
          asks("ignores the statuses asked for", "filters-by-status", q -> q.withStatus()),
          asks("ignores the networks asked for", "filters-by-network", q -> q.on()),
          asks("ignores the assignees asked for", "filters-by-assignee", q -> q.assignedTo()),
          asks("ignores the tags asked for", "filters-by-tag", q -> q.tagged()),
          asks("ignores the text to find", "finds-a-text", q -> q.matching("")),
          asks("ignores the count", "count-limits-what-comes", q -> q.atMost(100)),
          asks(
              "takes the first of several networks only",
              "takes-several-networks",
              q -> q.on(q.networks().stream().limit(1).toArray(Network[]::new))),
          asks(
              "cuts the text to find at an ampersand",
              "finds-a-text-of-any-script",
              q -> q.matching(q.text().orElse("").split("&", 2)[0])),
          answers(
              "gives for total what came",
              "total-counts-all-that-match",
              (sound, page) -> page(page.items(), page.items().size(), page)),
          answers(
              "gives for total the whole inbox",
              "finds-nothing-for-a-value-of-no-item",
              (sound, page) ->
                  page(
                      page.items(),
                      sound.list(ConversationQuery.all()).total().orElseThrow(),
                      page)),
          answers(
              "lists the first item twice",
              "tells-every-item-once",
              (sound, page) -> {
                var items = new ArrayList<>(page.items());
                items.addAll(page.items().subList(0, Math.min(1, items.size())));
                return page(items, page.total().orElseThrow() + 1, page);
              }),
          answers(
              "turns the order of a page around",
              "count-keeps-the-order",
              (sound, page) -> {
                var items = new ArrayList<>(page.items());
                Collections.reverse(items);
                return page(items, page.total().orElseThrow(), page);
              }),
          answers(
              "tells tags that it did not load",
              "does-not-load-tags",
              (sound, page) ->
                  page(
                      each(page, item -> item.toBuilder().tags(List.of())),
                      page.total().orElseThrow(),
                      page)),
          answers(
              "loses the assignees",
              "tells-what-the-item-is",
              (sound, page) ->
                  page(
                      each(page, item -> item.toBuilder().assignee(null)),
                      page.total().orElseThrow(),
                      page)),
          new BrokenGateway(
              "lists from a cache that is never cleared", "list.sees-changed-tags", Cached::new));

  private BrokenLists() {}

  private static BrokenGateway asks(
      String flaw, String caughtBy, UnaryOperator<ConversationQuery> otherwise) {
    return new BrokenGateway(
        flaw,
        "list." + caughtBy,
        sound ->
            new DelegatingGateway(sound) {
              @Override
              public ConversationPage list(ConversationQuery query) {
                return super.list(otherwise.apply(query));
              }
            });
  }

  private static BrokenGateway answers(
      String flaw,
      String caughtBy,
      BiFunction<InboxGateway, ConversationPage, ConversationPage> otherwise) {
    return new BrokenGateway(
        flaw,
        "list." + caughtBy,
        sound ->
            new DelegatingGateway(sound) {
              @Override
              public ConversationPage list(ConversationQuery query) {
                return otherwise.apply(sound, super.list(query));
              }
            });
  }

  private static ConversationPage page(
      List<Conversation> items, long total, ConversationPage page) {
    return new ConversationPage(items, total, page.unreadable());
  }

  private static List<Conversation> each(
      ConversationPage page, Function<Conversation, Conversation.Builder> edit) {
    return page.items().stream().map(item -> edit.apply(item).build()).toList();
  }

  private static final class Cached extends DelegatingGateway {
    private final Map<ConversationQuery, ConversationPage> pages = new HashMap<>();

    Cached(InboxGateway sound) {
      super(sound);
    }

    @Override
    public ConversationPage list(ConversationQuery query) {
      return pages.computeIfAbsent(query, super::list);
    }
  }
}
