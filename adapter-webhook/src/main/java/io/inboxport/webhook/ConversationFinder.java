package io.inboxport.webhook;

import io.inboxport.conversation.ConversationId;
import io.inboxport.webhook.JsonScanner.ValueKind;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the conversations that the data of an event speaks of, by the names of fields, while it
 * walks the data. The vendor documents no data, so each name under which the API shows such an id
 * counts: {@code ConversationId}, {@code ItemId}, {@code Conversation} with an {@code Id} in it,
 * and the like, in any case. Only if there is none, the data's own {@code Id} counts.
 */
final class ConversationFinder {
  private final JsonScanner scanner;
  // Made when the first is found: most bodies speak of one.
  private Set<ConversationId> named = Set.of();
  private Set<ConversationId> own = Set.of();

  /** Role of a value within the data. */
  private enum Role {
    /** The id of a conversation, or a conversation itself, or several. */
    CONVERSATION,
    /** The data itself, or one of its elements. */
    DATA,
    /** Anything else. */
    OTHER
  }

  ConversationFinder(JsonScanner scanner) {
    this.scanner = scanner;
  }

  /** Walks the data, which begins where the scanner is, to its end. */
  void walk() throws IOException {
    value(Role.DATA);
  }

  /** Walks a value that speaks of no conversation. */
  void pass() throws IOException {
    value(Role.OTHER);
  }

  /** The conversations found, in the order in which they came. */
  Set<ConversationId> found() {
    return named.isEmpty() ? own : named;
  }

  private void value(Role role) throws IOException {
    var kind = scanner.kind();
    if (kind == ValueKind.OBJECT) {
      object(role);
    } else if (kind == ValueKind.ARRAY) {
      scanner.enter();
      for (boolean first = true; scanner.nextElement(first); first = false) {
        value(role);
      }
    } else {
      scanner.scalar(kind);
      if (role == Role.CONVERSATION) {
        named = with(named, kind);
      }
    }
  }

  private void object(Role role) throws IOException {
    scanner.enter();
    for (boolean first = true; scanner.nextName(first); first = false) {
      if (role != Role.OTHER && scanner.isNamed("id")) {
        id(role);
      } else {
        value(isConversation() ? Role.CONVERSATION : Role.OTHER);
      }
    }
  }

  private void id(Role role) throws IOException {
    var kind = scanner.kind();
    if (kind == ValueKind.OBJECT || kind == ValueKind.ARRAY) {
      value(Role.OTHER);
    } else {
      scanner.scalar(kind);
      if (role == Role.CONVERSATION) {
        named = with(named, kind);
      } else {
        own = with(own, kind);
      }
    }
  }

  private Set<ConversationId> with(Set<ConversationId> ids, ValueKind kind) {
    var id = kind == ValueKind.LITERAL ? null : id(scanner.text());
    // A number with a fraction or an exponent is no id.
    if (id == null || (kind == ValueKind.NUMBER && !isWhole(id.value()))) {
      return ids;
    }
    var more = ids.isEmpty() ? new LinkedHashSet<ConversationId>(4) : ids;
    more.add(id);
    return more;
  }

  private static boolean isWhole(String number) {
    return number.indexOf('.') < 0 && number.indexOf('e') < 0 && number.indexOf('E') < 0;
  }

  private static @Nullable ConversationId id(String text) {
    try {
      return ConversationId.of(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private boolean isConversation() {
    // Most names are told apart by their length.
    return switch (scanner.length()) {
      case 4 -> scanner.isNamed("item");
      case 5 -> scanner.isNamed("items");
      case 6 -> scanner.isNamed("itemid");
      case 7 -> scanner.isNamed("item_id");
      case 9 -> scanner.isNamed("inboxitem");
      case 10 -> scanner.isNamed("inboxitems") || scanner.isNamed("inbox_item");
      case 11 -> scanner.isNamed("inboxitemid") || scanner.isNamed("inbox_items");
      case 12 -> scanner.isNamed("conversation");
      case 13 -> scanner.isNamed("conversations") || scanner.isNamed("inbox_item_id");
      case 14 -> scanner.isNamed("conversationid");
      case 15 -> scanner.isNamed("conversation_id");
      default -> false;
    };
  }
}
