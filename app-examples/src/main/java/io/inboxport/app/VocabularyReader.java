package io.inboxport.app;

import io.inboxport.app.GlobalOptions.Backend;
import io.inboxport.app.GlobalOptions.DataRegion;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.http.Region;
import io.inboxport.outbox.OutboxKey;
import io.inboxport.reply.CommentId;
import io.inboxport.reply.CredentialId;
import io.inboxport.salesforce.IntegrationId;
import io.inboxport.salesforce.SalesforceContactId;
import io.inboxport.salesforce.SalesforceUserId;
import io.inboxport.tag.TagName;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads what people type for the vendor's words. The vocabularies are open to what a server sends,
 * but an unknown word is, on a keyboard, a slip.
 */
final class VocabularyReader {
  /** Between two values. A comma at the end stays, and is refused with its value. */
  static final String LIST = ",(?!$)";

  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m)");

  private VocabularyReader() {}

  /** Teaches the command line the words of the domain. */
  static void register(CommandLine line) {
    var reader = new Words(line);
    reader
        .of(Network.class, VocabularyReader::network)
        .of(ItemType.class, VocabularyReader::itemType)
        .of(Status.class, VocabularyReader::status)
        .of(Backend.class, typed -> constant("backend", typed, Backend.values()))
        .of(DataRegion.class, typed -> constant("region", typed, DataRegion.values()))
        .of(CompletionShell.class, typed -> constant("shell", typed, CompletionShell.values()))
        .of(URI.class, VocabularyReader::url)
        .of(Duration.class, VocabularyReader::duration)
        .of(int.class, VocabularyReader::number)
        .of(Integer.class, VocabularyReader::number)
        .of(MediaObject.class, MediaObject::read)
        .of(ConversationId.class, ConversationId::of)
        .of(OutboxKey.class, OutboxKey::of)
        .of(EntryAge.class, EntryAge::of)
        .of(OutboxAction.class, typed -> constant("action", typed, OutboxAction.values()))
        .of(DirectoryKind.class, typed -> constant("list", typed, DirectoryKind.values()))
        .of(WebhookAction.class, typed -> constant("action", typed, WebhookAction.values()))
        .of(SettlementWord.class, typed -> constant("settlement", typed, SettlementWord.values()))
        .of(UserId.class, UserId::of)
        .of(TagName.class, TagName::of)
        .of(CredentialId.class, CredentialId::of)
        .of(CommentId.class, CommentId::of)
        .of(IntegrationId.class, IntegrationId::of)
        .of(SalesforceUserId.class, SalesforceUserId::of)
        .of(SalesforceContactId.class, SalesforceContactId::of);
  }

  static Network network(String typed) {
    return known("network", typed, Network.of(typed), Network::known, Network.values());
  }

  static ItemType itemType(String typed) {
    return known("item type", typed, ItemType.of(typed), ItemType::known, ItemType.values());
  }

  static Status status(String typed) {
    return known("status", typed, Status.of(typed), Status::known, Status.values());
  }

  /** A URL of the web, whatever else it is. */
  static URI url(String typed) {
    try {
      var url = new URI(typed.strip());
      if (url.getHost() != null
          && ("https".equalsIgnoreCase(url.getScheme())
              || "http".equalsIgnoreCase(url.getScheme()))) {
        return url;
      }
    } catch (URISyntaxException e) {
      // As below.
    }
    throw new IllegalArgumentException(
        "\"" + typed + "\" is no http or https URL: give one such as " + Region.US.url() + ".");
  }

  static Duration duration(String typed) {
    var parts = DURATION.matcher(typed.strip().toLowerCase(Locale.ROOT));
    long number = parts.matches() ? Long.parseLong(parts.group(1)) : 0;
    if (number == 0) {
      throw new TypeConversionException(
          "\"" + typed + "\" is no time span: write 500ms, 3s or 2m.");
    }
    return switch (parts.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      default -> Duration.ofMinutes(number);
    };
  }

  private static int number(String typed) {
    try {
      return Integer.parseInt(typed.strip());
    } catch (NumberFormatException e) {
      throw new TypeConversionException(
          "\"" + typed + "\" is no whole number, or over " + Integer.MAX_VALUE + ": use digits.");
    }
  }

  private static <E extends Enum<E>> E constant(String what, String typed, E[] constants) {
    for (var constant : constants) {
      if (constant.toString().equalsIgnoreCase(typed)) {
        return constant;
      }
    }
    throw unknown(what, typed, List.of(constants));
  }

  private static <T> T known(
      String what, String typed, T value, Function<T, Optional<?>> known, List<T> values) {
    if (known.apply(value).isPresent()) {
      return value;
    }
    throw unknown(what, typed, values);
  }

  private static TypeConversionException unknown(String what, String typed, List<?> values) {
    var known = values.stream().map(Object::toString).toList();
    var guess = SpellingSuggestion.nearest(typed, known);
    return new TypeConversionException(
        "Unknown "
            + what
            + " \""
            + typed
            + "\""
            + guess.map(name -> ": did you mean " + name + "? Known: ").orElse(". Known: ")
            + String.join(", ", known)
            + ".");
  }

  /** The words of a command line. */
  private record Words(CommandLine line) {
    <T> Words of(Class<T> type, Function<String, T> reader) {
      line.registerConverter(type, new Reader<>(reader));
      return this;
    }
  }

  /**
   * Reads a word; what the value itself says about bad input is a mistake on the command line. No
   * lambda, as a class-data archive takes none that implements an interface as old as this one.
   *
   * @param of reads the word
   */
  private record Reader<T>(Function<String, T> of) implements ITypeConverter<T> {
    @Override
    public T convert(String typed) {
      try {
        UnreadLetters.refuse(typed);
        return of.apply(typed);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }

  /** Candidates for the completion of a network: the same words that are read. */
  static final class Networks implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Network.values().stream().map(Network::name).iterator();
    }
  }

  /** Candidates for the completion of an item type. */
  static final class ItemTypes implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return ItemType.values().stream().map(ItemType::name).iterator();
    }
  }

  /** Candidates for the completion of a status. */
  static final class Statuses implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Status.values().stream().map(Status::name).iterator();
    }
  }
}
