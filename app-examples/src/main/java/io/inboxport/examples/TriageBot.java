package io.inboxport.examples;

import io.inboxport.Inbox;
import io.inboxport.call.InboxException;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.UserId;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.tag.TagName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Sorts what came in: who works on it, under which tags, with which first answer. The rules are
 * data, the decision is a pure function, and only {@link #run} touches the inbox.
 */
public final class TriageBot {
  private final List<Rule> rules;

  /** A bot with these rules; for each item, the first that matches counts. */
  public TriageBot(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** Handles every open item without an assignee. One that fails costs no other. */
  public Run run(Inbox inbox) {
    var placed = new ArrayList<ConversationId>();
    var failed = new LinkedHashMap<ConversationId, InboxException>();
    for (var item : inbox.list(ConversationQuery.open()).items()) {
      try {
        if (item.assignee().isEmpty() && place(inbox, item)) {
          placed.add(item.id());
        }
      } catch (InboxException failure) {
        failed.put(item.id(), failure);
      }
    }
    return new Run(placed, failed);
  }

  private boolean place(Inbox inbox, Conversation item) {
    var words = latestWords(inbox, item);
    var matching = rules.stream().filter(rule -> rule.when().test(words)).findFirst();
    matching.ifPresent(rule -> apply(rule, inbox, item));
    return matching.isPresent();
  }

  /**
   * The tags can be written twice. Then a colleague takes the item, and it is not triaged again;
   * the answer comes last. Whatever fails on the way, no customer is answered twice.
   */
  private static void apply(Rule rule, Inbox inbox, Conversation item) {
    inbox.editTags(
        item.id(),
        tags -> {
          tags.addAll(rule.tags());
          return tags;
        });
    var answer = ReplyDraft.of(rule.firstAnswer());
    // Ask first: if the network takes no reply, the colleague has to find another way.
    if (inbox.canReply(item, answer).isAllowed()) {
      inbox.assign(item.id(), rule.colleague());
      inbox.reply(item, answer);
    } else {
      inbox.assign(item.id(), rule.colleague(), "No reply possible here: please get in touch.");
    }
  }

  private static Set<String> latestWords(Inbox inbox, Conversation item) {
    return inbox.timeline(item.id()).stream()
        .filter(entry -> entry.createdBy().isEmpty())
        .limit(1)
        .flatMap(
            entry ->
                List.of(entry.content().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
                    .stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Result of a run.
   *
   * @param placed the items it placed
   * @param failed the items that a person has to look at, and why
   */
  public record Run(List<ConversationId> placed, Map<ConversationId, InboxException> failed) {}

  /**
   * A business rule.
   *
   * @param when which words of the customer it is about
   * @param colleague who takes care
   * @param tags what the item is about
   * @param firstAnswer what the customer reads right away
   */
  public record Rule(
      Predicate<Set<String>> when, UserId colleague, Set<TagName> tags, String firstAnswer) {
    /** Returns whether the customer used one of these words. */
    public static Predicate<Set<String>> anyOf(String... words) {
      return said -> List.of(words).stream().anyMatch(said::contains);
    }
  }
}
