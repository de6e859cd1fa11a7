package io.inboxport.directory;

import io.inboxport.text.TextLimit;
import io.inboxport.text.WellFormedText;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Query for a page of tags or of canned responses.
 *
 * <p>Immutable and thread-safe: every method returns a new query.
 */
public final class DirectoryQuery {
  /** Largest page of tags, by the vendor's page on tags. None is documented for responses. */
  public static final int MOST_TAGS = 20;

  private static final DirectoryQuery ALL = new DirectoryQuery(null, -1, 0, null);

  private final @Nullable String text;
  private final int page;
  private final int count;
  private final @Nullable ListOrdering ordering;

  private DirectoryQuery(
      @Nullable String text, int page, int count, @Nullable ListOrdering ordering) {
    this.text = text;
    this.page = page;
    this.count = count;
    this.ordering = ordering;
  }

  /** Returns the query for the first page of everything, as long as the server sees fit. */
  public static DirectoryQuery all() {
    return ALL;
  }

  /**
   * Only items whose name this text finds; a blank text lifts the filter. How the server compares
   * is not documented.
   *
   * @throws IllegalArgumentException when the text is not {@linkplain WellFormedText well-formed}
   */
  public DirectoryQuery matching(String newText) {
    var wanted = WellFormedText.check("text to find", newText).isBlank() ? null : newText;
    return new DirectoryQuery(wanted, page, count, ordering);
  }

  /**
   * The page with this number. The vendor's pages do not say which number the first page has. The
   * vendor's own TypeScript client counts from 0. Without a number the first page comes.
   *
   * @throws IllegalArgumentException when the number is negative
   */
  public DirectoryQuery page(int number) {
    if (number < 0) {
      throw new IllegalArgumentException("The page is " + number + ": give 0 or more.");
    }
    return new DirectoryQuery(text, number, count, ordering);
  }

  /**
   * No more than this many items on a page; without it, as many as the server sees fit. Of tags a
   * page holds at most {@value #MOST_TAGS}, and the server may reject more.
   *
   * @throws IllegalArgumentException when the count is not positive
   */
  public DirectoryQuery atMost(int newCount) {
    if (newCount < 1) {
      throw new IllegalArgumentException("The count is " + newCount + ": ask for at least 1.");
    }
    return new DirectoryQuery(text, page, newCount, ordering);
  }

  /** In this order; without it, as the server sees fit. */
  public DirectoryQuery inOrder(ListOrdering newOrdering) {
    return new DirectoryQuery(text, page, count, Objects.requireNonNull(newOrdering, "ordering"));
  }

  /** Returns the text to find in names; empty for any. */
  public Optional<String> text() {
    return Optional.ofNullable(text);
  }

  /** Returns the number of the page; empty for the first one. */
  public OptionalInt page() {
    return page < 0 ? OptionalInt.empty() : OptionalInt.of(page);
  }

  /** Returns how many items a page has at most; empty for as many as the server sees fit. */
  public OptionalInt count() {
    return count == 0 ? OptionalInt.empty() : OptionalInt.of(count);
  }

  /** Returns the order; empty for the server's own. */
  public Optional<ListOrdering> ordering() {
    return Optional.ofNullable(ordering);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DirectoryQuery that
        && Objects.equals(text, that.text)
        && page == that.page
        && count == that.count
        && Objects.equals(ordering, that.ordering);
  }

  @Override
  public int hashCode() {
    return Objects.hash(text, page, count, ordering);
  }

  /** Names the parts of the query; of the text, only its length. */
  @Override
  public String toString() {
    return "DirectoryQuery["
        + (text == null ? "all" : "text of " + TextLimit.lengthOf(text) + " characters")
        + (page < 0 ? "" : ", page " + page)
        + (count == 0 ? "" : ", at most " + count)
        + (ordering == null ? "" : ", by " + ordering)
        + "]";
  }
}
