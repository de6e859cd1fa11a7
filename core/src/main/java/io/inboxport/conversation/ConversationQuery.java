package io.inboxport.conversation;

import io.inboxport.tag.TagName;
import io.inboxport.text.TextLimit;
import io.inboxport.text.WellFormedText;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which conversations to list. Filters of different kinds must all hold; of several values of one
 * kind, one is enough.
 *
 * <p>Immutable and thread-safe: every method returns a new query. Calling a filter again replaces
 * its values; giving it none lifts it.
 *
 * <p>On the wire several values are one comma-separated text, which has no way to write a comma: a
 * value with a comma is refused here, before anything is sent.
 */
public final class ConversationQuery {
  private static final ConversationQuery ALL = new ConversationQuery(new Filters());

  private final Filters filters;

  private ConversationQuery(Filters filters) {
    this.filters = filters;
  }

  /** Everything in the inbox. */
  public static ConversationQuery all() {
    return ALL;
  }

  /** Everything that is open. */
  public static ConversationQuery open() {
    return ALL.withStatus(Status.OPEN);
  }

  /** Everything that is closed. */
  public static ConversationQuery closed() {
    return ALL.withStatus(Status.CLOSED);
  }

  /**
   * Only conversations of these item types.
   *
   * @throws IllegalArgumentException when a value is blank, holds a comma, or is not {@linkplain
   *     WellFormedText well-formed}
   */
  public ConversationQuery ofType(ItemType... types) {
    var next = new Filters(filters);
    next.types = values("item type", types, ItemType::name);
    return new ConversationQuery(next);
  }

  /**
   * Only conversations in these statuses.
   *
   * @throws IllegalArgumentException when a value is blank, holds a comma, or is not {@linkplain
   *     WellFormedText well-formed}
   */
  public ConversationQuery withStatus(Status... statuses) {
    var next = new Filters(filters);
    next.statuses = values("status", statuses, Status::name);
    return new ConversationQuery(next);
  }

  /**
   * Only conversations on these networks.
   *
   * @throws IllegalArgumentException when a value is blank, holds a comma, or is not {@linkplain
   *     WellFormedText well-formed}
   */
  public ConversationQuery on(Network... networks) {
    var next = new Filters(filters);
    next.networks = values("network", networks, Network::name);
    return new ConversationQuery(next);
  }

  /**
   * Only conversations assigned to one of these users.
   *
   * @throws IllegalArgumentException when an id holds a comma
   */
  public ConversationQuery assignedTo(UserId... assignees) {
    var next = new Filters(filters);
    next.assignees = values("user id", assignees, UserId::value);
    return new ConversationQuery(next);
  }

  /**
   * Only conversations with one of these tags.
   *
   * @throws IllegalArgumentException when a name holds a comma
   */
  public ConversationQuery tagged(TagName... tags) {
    var next = new Filters(filters);
    next.tags = values("tag name", tags, TagName::value);
    return new ConversationQuery(next);
  }

  /**
   * Only conversations that this free text finds; a blank text lifts the filter. Where the server
   * looks for it is not documented.
   *
   * @throws IllegalArgumentException when the text is not {@linkplain WellFormedText well-formed}
   */
  public ConversationQuery matching(String text) {
    var next = new Filters(filters);
    next.text = WellFormedText.check("text to find", text).isBlank() ? null : text;
    return new ConversationQuery(next);
  }

  /**
   * No more than this many conversations; without it, as many as the server sees fit. The vendor
   * documents no largest count; a server may reject one.
   *
   * @throws IllegalArgumentException when the count is not positive
   */
  public ConversationQuery atMost(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("The count is " + count + ": ask for at least 1.");
    }
    var next = new Filters(filters);
    next.count = count;
    return new ConversationQuery(next);
  }

  /** The item types asked for, without repeats; empty means any. */
  public List<ItemType> types() {
    return filters.types;
  }

  /** The statuses asked for, without repeats; empty means any. */
  public List<Status> statuses() {
    return filters.statuses;
  }

  /** The networks asked for, without repeats; empty means any. */
  public List<Network> networks() {
    return filters.networks;
  }

  /** The assignees asked for, without repeats; empty means anybody or nobody. */
  public List<UserId> assignees() {
    return filters.assignees;
  }

  /** The tags asked for, without repeats; empty means any or none. */
  public List<TagName> tags() {
    return filters.tags;
  }

  /** The free text to find; empty for any. */
  public Optional<String> text() {
    return Optional.ofNullable(filters.text);
  }

  /** How many conversations to return at most; empty for as many as the server sees fit. */
  public OptionalInt count() {
    return filters.count == 0 ? OptionalInt.empty() : OptionalInt.of(filters.count);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ConversationQuery that && filters.key().equals(that.filters.key());
  }

  @Override
  public int hashCode() {
    return filters.key().hashCode();
  }

  /** Names the filters; of the free text, only its length. */
  @Override
  public String toString() {
    var text =
        filters.text == null ? "" : ", text of " + TextLimit.lengthOf(filters.text) + " characters";
    return "ConversationQuery[types="
        + filters.types
        + ", statuses="
        + filters.statuses
        + ", networks="
        + filters.networks
        + ", assignees="
        + filters.assignees
        + ", tags="
        + filters.tags.size()
        + text
        + (filters.count == 0 ? "" : ", at most " + filters.count)
        + "]";
  }

  private static <T> List<T> values(String what, T[] values, Function<T, String> wire) {
    for (var value : values) {
      var text = WellFormedText.check(what, wire.apply(value));
      if (text.isBlank()) {
        throw new IllegalArgumentException(
            "The " + what + " is blank, and so cannot be a filter: leave it out.");
      }
      if (text.indexOf(',') >= 0) {
        throw new IllegalArgumentException(
            "The "
                + what
                + " \""
                + text
                + "\" cannot be a filter: the API separates values by commas and cannot escape one."
                + " Leave it out and filter by something else.");
      }
    }
    return List.copyOf(new LinkedHashSet<>(Arrays.asList(values)));
  }

  /** Written once, while a query is being made; read-only from then on. */
  private static final class Filters {
    private List<ItemType> types = List.of();
    private List<Status> statuses = List.of();
    private List<Network> networks = List.of();
    private List<UserId> assignees = List.of();
    private List<TagName> tags = List.of();
    private @Nullable String text;
    private int count;

    private Filters() {}

    private Filters(Filters other) {
      types = other.types;
      statuses = other.statuses;
      networks = other.networks;
      assignees = other.assignees;
      tags = other.tags;
      text = other.text;
      count = other.count;
    }

    private List<Object> key() {
      return List.of(types, statuses, networks, assignees, tags, text == null ? "" : text, count);
    }
  }
}
