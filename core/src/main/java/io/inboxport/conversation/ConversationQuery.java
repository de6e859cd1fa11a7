package io.inboxport.conversation;

import io.inboxport.tag.TagName;
import io.inboxport.text.TextLimit;
import io.inboxport.text.WellFormedText;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Query for conversations. Filters of different kinds must all hold; of several values of one kind,
 * one is enough.
 *
 * <p>Immutable and thread-safe: every method returns a new query. Calling a filter again replaces
 * its values; giving it none lifts it.
 *
 * <p>On the wire several values are one comma-separated text, which has no way to write a comma. A
 * value with a comma is refused here, before anything is sent.
 */
public final class ConversationQuery {
  private static final ConversationQuery ALL =
      new ConversationQuery(List.of(), List.of(), List.of(), List.of(), List.of(), null, 0);

  private final List<ItemType> types;
  private final List<Status> statuses;
  private final List<Network> networks;
  private final List<UserId> assignees;
  private final List<TagName> tags;
  private final @Nullable String text;
  private final int count;

  private ConversationQuery(
      List<ItemType> types,
      List<Status> statuses,
      List<Network> networks,
      List<UserId> assignees,
      List<TagName> tags,
      @Nullable String text,
      int count) {
    this.types = types;
    this.statuses = statuses;
    this.networks = networks;
    this.assignees = assignees;
    this.tags = tags;
    this.text = text;
    this.count = count;
  }

  /** Returns the query for everything in the inbox. */
  public static ConversationQuery all() {
    return ALL;
  }

  /** Returns the query for everything that is open. */
  public static ConversationQuery open() {
    return ALL.withStatus(Status.OPEN);
  }

  /** Returns the query for everything that is closed. */
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
    return new ConversationQuery(
        values("item type", types, ItemType::name),
        statuses,
        networks,
        assignees,
        tags,
        text,
        count);
  }

  /**
   * Only conversations in these statuses.
   *
   * @throws IllegalArgumentException when a value is blank, holds a comma, or is not {@linkplain
   *     WellFormedText well-formed}
   */
  public ConversationQuery withStatus(Status... statuses) {
    return new ConversationQuery(
        types, values("status", statuses, Status::name), networks, assignees, tags, text, count);
  }

  /**
   * Only conversations on these networks.
   *
   * @throws IllegalArgumentException when a value is blank, holds a comma, or is not {@linkplain
   *     WellFormedText well-formed}
   */
  public ConversationQuery on(Network... networks) {
    return new ConversationQuery(
        types, statuses, values("network", networks, Network::name), assignees, tags, text, count);
  }

  /**
   * Only conversations assigned to one of these users.
   *
   * @throws IllegalArgumentException when an id holds a comma
   */
  public ConversationQuery assignedTo(UserId... assignees) {
    return new ConversationQuery(
        types, statuses, networks, values("user id", assignees, UserId::value), tags, text, count);
  }

  /**
   * Only conversations with one of these tags.
   *
   * @throws IllegalArgumentException when a name holds a comma
   */
  public ConversationQuery tagged(TagName... tags) {
    return new ConversationQuery(
        types,
        statuses,
        networks,
        assignees,
        values("tag name", tags, TagName::value),
        text,
        count);
  }

  /**
   * Only conversations that this free text finds; a blank text lifts the filter. The vendor does
   * not document the places in which the server looks for it.
   *
   * @throws IllegalArgumentException when the text is not {@linkplain WellFormedText well-formed}
   */
  public ConversationQuery matching(String text) {
    var wanted = WellFormedText.check("text to find", text).isBlank() ? null : text;
    return new ConversationQuery(types, statuses, networks, assignees, tags, wanted, count);
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
    return new ConversationQuery(types, statuses, networks, assignees, tags, text, count);
  }

  /** Returns the item types asked for, without repeats; empty means any. */
  public List<ItemType> types() {
    return types;
  }

  /** Returns the statuses asked for, without repeats; empty means any. */
  public List<Status> statuses() {
    return statuses;
  }

  /** Returns the networks asked for, without repeats; empty means any. */
  public List<Network> networks() {
    return networks;
  }

  /** Returns the assignees asked for, without repeats; empty means any or none. */
  public List<UserId> assignees() {
    return assignees;
  }

  /** Returns the tags asked for, without repeats; empty means any or none. */
  public List<TagName> tags() {
    return tags;
  }

  /** Returns the free text to find; empty for any. */
  public Optional<String> text() {
    return Optional.ofNullable(text);
  }

  /** Returns how many conversations to list at most; empty for as many as the server sees fit. */
  public OptionalInt count() {
    return count == 0 ? OptionalInt.empty() : OptionalInt.of(count);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ConversationQuery that
        && types.equals(that.types)
        && statuses.equals(that.statuses)
        && networks.equals(that.networks)
        && assignees.equals(that.assignees)
        && tags.equals(that.tags)
        && Objects.equals(text, that.text)
        && count == that.count;
  }

  @Override
  public int hashCode() {
    return Objects.hash(types, statuses, networks, assignees, tags, text, count);
  }

  /** Names the filters; of the free text, only its length. */
  @Override
  public String toString() {
    var shownText = text == null ? "" : ", text of " + TextLimit.lengthOf(text) + " characters";
    return "ConversationQuery[types="
        + types
        + ", statuses="
        + statuses
        + ", networks="
        + networks
        + ", assignees="
        + assignees
        + ", tags="
        + tags.size()
        + shownText
        + (count == 0 ? "" : ", at most " + count)
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
}
