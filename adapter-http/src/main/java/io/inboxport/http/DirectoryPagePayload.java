package io.inboxport.http;

import io.inboxport.conversation.UnreadablePart;
import io.inboxport.directory.DirectoryPage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Page of a list beside conversations: its items and their total, side by side in an answer. */
final class DirectoryPagePayload<T> implements AnswerPayload<DirectoryPage<T>> {
  private final Reader<T> reader;
  private final List<UnreadablePart> unreadable = new ArrayList<>();
  private @Nullable List<T> items;
  private OptionalLong total = OptionalLong.empty();

  DirectoryPagePayload(Reader<T> reader) {
    this.reader = reader;
  }

  @Override
  public void read(WireField field, JsonCursor in) throws IOException {
    switch (field) {
      case TOTAL -> total = in.count();
      // PHP writes null if a query found none.
      case ITEMS -> items = in.isNull() ? List.of() : in.items(reader, "Items", unreadable);
      default -> in.skip();
    }
  }

  @Override
  public @Nullable DirectoryPage<T> value() {
    if (items == null) {
      return null;
    }
    // A total that is smaller than what came is none.
    long came = items.size() + unreadable.stream().filter(UnreadablePart::wholeItem).count();
    boolean isCredible = total.orElse(came) >= came;
    return new DirectoryPage<>(items, isCredible ? total : OptionalLong.empty(), unreadable);
  }
}
