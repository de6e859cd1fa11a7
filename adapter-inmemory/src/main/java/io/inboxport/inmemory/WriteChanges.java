package io.inboxport.inmemory;

import static io.inboxport.inmemory.OpenQuestion.BLANK_NOTE;
import static io.inboxport.inmemory.OpenQuestion.UNKNOWN_TAG;
import static io.inboxport.inmemory.OpenQuestion.UNKNOWN_USER;

import io.inboxport.call.InboxWrite;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.Status;
import io.inboxport.tag.Tag;
import io.inboxport.text.TextLimit;
import io.inboxport.timeline.EntryType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What each write makes of the world, or how the server declines it. Replies are on their own. */
final class WriteChanges {
  private WriteChanges() {}

  static InboxState setStatus(ServerCall turn, InboxWrite.SetStatus write) {
    var item = turn.item(write.conversation());
    var status =
        Status.values().stream()
            .filter(write.status()::equals)
            .findFirst()
            .orElseThrow(() -> turn.rejected("Status is not valid."));
    var before = item.conversation();
    return before.status().equals(status)
        ? turn.world()
        : turn.world().with(item.with(modified(turn, before).status(status).build()));
  }

  static InboxState assign(ServerCall turn, InboxWrite.Assign write) {
    var item = turn.item(write.conversation());
    if (turn.rejects(UNKNOWN_USER)
        && !turn.world().directory().users().contains(write.assignee())) {
      throw turn.rejected("Assignee is not valid.");
    }
    var note = given(write.note());
    if (note != null) {
      turn.checkLength("note", note, TextLimit.NOTE);
    }
    var before = item.conversation();
    if (note == null && before.assignee().equals(Optional.of(write.assignee()))) {
      return turn.world();
    }
    var assigned = item.with(modified(turn, before).assignee(write.assignee()).build());
    return note == null ? turn.world().with(assigned) : withNote(turn, assigned, note);
  }

  static InboxState addNote(ServerCall turn, InboxWrite.AddNote write) {
    var item = turn.item(write.conversation());
    if (turn.rejects(BLANK_NOTE)) {
      turn.checkGiven("note", write.note());
    }
    turn.checkLength("note", write.note(), TextLimit.NOTE);
    var changed = item.with(modified(turn, item.conversation()).build());
    return withNote(turn, changed, write.note());
  }

  static InboxState replaceTags(ServerCall turn, InboxWrite.ReplaceTags write) {
    var item = turn.item(write.conversation());
    var world = turn.world();
    var sameness = turn.behavior().tagNames();
    var tags = new LinkedHashSet<Tag>();
    for (var name : write.names()) {
      if (turn.rejects(UNKNOWN_TAG) && world.directory().tag(name.value(), sameness) == null) {
        throw turn.rejected("Tag is not valid.");
      }
      turn.checkLength("tag", name.value(), TextLimit.TAG_NAME);
      world = world.withTag(name.value(), sameness);
      tags.add(world.tag(name.value(), sameness));
    }
    var before = item.conversation();
    var after = List.copyOf(tags);
    return before.tags().equals(Optional.of(after))
        ? world
        : world.with(item.with(modified(turn, before).tags(after).build()));
  }

  static InboxState createCase(ServerCall turn, InboxWrite.CreateCase write) {
    var item = turn.item(write.conversation());
    var salesforceCase = write.salesforceCase();
    if (!turn.world().directory().integrations().contains(salesforceCase.integration())) {
      throw turn.rejected("Salesforce integration is not active.");
    }
    salesforceCase
        .description()
        .ifPresent(d -> turn.checkLength("case_description", d, TextLimit.CASE_DESCRIPTION));
    var changed = item.with(modified(turn, item.conversation()).build());
    return turn.world().with(changed.with(salesforceCase));
  }

  private static InboxState withNote(ServerCall turn, StoredConversation item, String note) {
    return turn.world().with(item, EntryType.NOTE, note, AccountIdentity.CALLER, turn.now());
  }

  private static Conversation.Builder modified(ServerCall turn, Conversation conversation) {
    return conversation.toBuilder().modified(turn.now());
  }

  /** An empty form field is no note. */
  private static @Nullable String given(@Nullable String note) {
    return note == null || note.isBlank() ? null : note;
  }
}
