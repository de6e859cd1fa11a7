package io.inboxport.app.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.inboxport.budget.shared.BudgetView;
import io.inboxport.budget.shared.BudgetView.ProcessShare;
import io.inboxport.budget.shared.BudgetView.WindowUse;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationPage;
import io.inboxport.conversation.UnreadablePart;
import io.inboxport.outbox.OutboxEntry;
import io.inboxport.reply.ReplyCapability;
import io.inboxport.tag.Tag;
import io.inboxport.timeline.TimelineEntry;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Renders answers as JSON. The shapes are a promise to scripts, so they are written out here and do
 * not follow from what the domain's classes happen to look like.
 */
public final class JsonOutput {
  private JsonOutput() {}

  /**
   * Made when the first answer is written: options take words from here, and a start without JSON
   * needs no mapper.
   */
  private static final class JsonWriting {
    static final ObjectMapper MAPPER = new ObjectMapper();
  }

  /** The document as text; indented for people. */
  public static String write(Object tree, boolean indented) {
    try {
      var mapper = JsonWriting.MAPPER;
      var writer = indented ? mapper.writerWithDefaultPrettyPrinter() : mapper.writer();
      return escaped(writer.writeValueAsString(tree));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An object with these names and values, in this order. */
  public static Map<String, Object> object(@Nullable Object... namesAndValues) {
    var object = new LinkedHashMap<String, Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      putValue(object, String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return object;
  }

  @SuppressWarnings("NullAway") // JSON has null; the tree is only ever written.
  private static void putValue(Map<String, Object> object, String name, @Nullable Object value) {
    object.put(name, value);
  }

  /** A page of a list. */
  public static Map<String, Object> page(ConversationPage page) {
    return telling(
        page.unreadable(),
        object(
            "total", number(page.total()),
            "truncated", page.truncated(),
            "conversations", page.items().stream().map(JsonOutput::conversation).toList()));
  }

  /** The object, which also tells what of it could not be read, if anything. */
  public static Map<String, Object> telling(
      List<UnreadablePart> unreadable, Map<String, Object> object) {
    if (!unreadable.isEmpty()) {
      object.put("unreadable", unreadable.stream().map(JsonOutput::unreadable).toList());
    }
    return object;
  }

  /** A part of an answer that could not be read. */
  public static Map<String, Object> unreadable(UnreadablePart part) {
    return object("where", part.where(), "problem", part.problem());
  }

  /** A conversation. */
  public static Map<String, Object> conversation(Conversation conversation) {
    return object(
        "id", conversation.id().value(),
        "created", time(conversation.created()),
        "modified", time(conversation.modified()),
        "status", conversation.status().name(),
        "network", conversation.network().name(),
        "itemType", conversation.itemType().name(),
        "assigneeId", conversation.assignee().map(Object::toString).orElse(null),
        "profileName", conversation.profileName(),
        "tags", conversation.tags().map(JsonOutput::tags).orElse(null));
  }

  /** Tags. */
  public static List<Object> tags(List<Tag> tags) {
    return tags.stream().<Object>map(t -> object("id", t.id().value(), "name", t.name())).toList();
  }

  /** An entry of a timeline. */
  public static Map<String, Object> entry(TimelineEntry entry) {
    return object(
        "id", entry.id().value(),
        "type", entry.type().text(),
        "created", time(entry.created()),
        "content", entry.content(),
        "createdBy", entry.createdBy().map(Object::toString).orElse(null));
  }

  /** A cell of the reply table. */
  public static Map<String, Object> capability(ReplyCapability capability) {
    return object(
        "network", capability.network().name(),
        "itemType", capability.itemType().name(),
        "channel", word(capability.channel()),
        "threading", capability.threading(),
        "media", capability.media());
  }

  /** An entry of an outbox, without its text. */
  public static Map<String, Object> outboxEntry(OutboxEntry entry) {
    var due = entry.dueAt();
    return object(
        "key", entry.key().value(),
        "state", word(entry.state()),
        "operation", word(entry.operation()),
        "conversationId", entry.conversation().value(),
        "createdAt", entry.createdAt().toString(),
        "sentAt", time(entry.attemptedAt()),
        "attempts", entry.attempts(),
        "lookAgainAt", entry.state().isFinal() || due == null ? null : due.toString(),
        "needsPerson", entry.needsPerson(),
        "note", entry.note());
  }

  /**
   * A shared request budget.
   *
   * @param now the time at which it was looked at
   */
  public static Map<String, Object> budget(BudgetView view, Instant now) {
    return object(
        "minute", use(view.minute()),
        "fiveSeconds", use(view.fiveSeconds()),
        "day", use(view.day()),
        "underWay", view.underWay(),
        "blockedUntil", view.blocked().isZero() ? null : after(now, view.blocked()),
        "closedUntil", view.closed().isZero() ? null : after(now, view.closed()),
        "nextWrite", after(now, view.nextWrite()),
        "nextRead", after(now, view.nextRead()),
        "processes", view.processes().stream().map(share -> process(share, now)).toList());
  }

  private static Map<String, Object> use(WindowUse use) {
    return object("used", use.used(), "limit", use.limit());
  }

  private static Map<String, Object> process(ProcessShare share, Instant now) {
    return object(
        "name", share.name(),
        "minute", share.minute(),
        "underWay", share.underWay(),
        "turn", share.turn().isPresent() ? share.turn().getAsInt() : null,
        "lastSeen", now.minus(share.silent()).truncatedTo(ChronoUnit.SECONDS).toString());
  }

  /** The first whole second after this wait. */
  public static String after(Instant now, Duration wait) {
    return now.plus(wait).plusMillis(999).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** A number, or null if it is not known. */
  public static @Nullable Long number(OptionalLong number) {
    return number.isPresent() ? (Long) number.getAsLong() : null;
  }

  /** A time as ISO-8601 in UTC, or null. */
  public static @Nullable String time(Optional<Instant> time) {
    return time.map(Instant::toString).orElse(null);
  }

  /** A constant as a word: {@code "direct-message"}. */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The document with every character escaped that could steer a terminal; such characters can only
   * stand inside strings.
   */
  private static String escaped(String document) {
    if (document.chars().noneMatch(c -> c != '\n' && PrintableText.isUnsafe(c))) {
      return document;
    }
    var escaped = new StringBuilder(document.length() + 16);
    document
        .chars()
        .forEach(
            c -> {
              if (c != '\n' && PrintableText.isUnsafe(c)) {
                escaped.append("\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
              } else {
                escaped.append((char) c);
              }
            });
    return escaped.toString();
  }
}
