package io.inboxport.inmemory;

import static io.inboxport.inmemory.OpenQuestion.BLANK_NOTE;
import static io.inboxport.inmemory.OpenQuestion.UNKNOWN_TAG;
import static io.inboxport.inmemory.OpenQuestion.UNKNOWN_USER;

import io.inboxport.call.InboxException;
import io.inboxport.call.InboxWrite;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.EntryType;
import io.inboxport.conversation.Status;
import io.inboxport.tag.Tag;
import io.inboxport.text.TextLimit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes of the state by each write but a reply, and the rejections of the server. */
final class WriteChanges {
  private WriteChanges() {}

  static InboxState setStatus(ServerCall call, InboxWrite.SetStatus write) {
    var item = call.item(write.conversation());
    var status =
        Status.values().stream()
            .filter(write.status()::equals)
            .findFirst()
            .orElseThrow(() -> call.rejected("Status is not valid."));
    var before = item.conversation();
    return before.status().equals(status)
        ? call.state()
        : call.state().with(item.with(modified(call, before).status(status).build()));
  }

  static InboxState assign(ServerCall call, InboxWrite.Assign write) {
    var item = call.item(write.conversation());
    if (call.rejects(UNKNOWN_USER)
        && !call.state().directory().users().contains(write.assignee())) {
      throw call.rejected("Assignee is not valid.");
    }
    var note = given(write.note());
    if (note != null) {
      call.checkLength("note", note, TextLimit.NOTE);
    }
    var before = item.conversation();
    if (note == null && before.assignee().equals(Optional.of(write.assignee()))) {
      return call.state();
    }
    var assigned = item.with(modified(call, before).assignee(write.assignee()).build());
    return note == null ? call.state().with(assigned) : withNote(call, assigned, note);
  }

  static InboxState addNote(ServerCall call, InboxWrite.AddNote write) {
    var item = call.item(write.conversation());
    if (call.rejects(BLANK_NOTE)) {
      call.checkGiven("note", write.note());
    }
    call.checkLength("note", write.note(), TextLimit.NOTE);
    var changed = item.with(modified(call, item.conversation()).build());
    return withNote(call, changed, write.note());
  }

  static InboxState replaceTags(ServerCall call, InboxWrite.ReplaceTags write) {
    var item = call.item(write.conversation());
    var state = call.state();
    var comparison = call.behavior().tagNames();
    var tags = new LinkedHashSet<Tag>();
    for (var name : write.names()) {
      if (call.rejects(UNKNOWN_TAG) && state.directory().tag(name.value(), comparison) == null) {
        throw call.rejected("Tag is not valid.");
      }
      call.checkLength("tag", name.value(), TextLimit.TAG_NAME);
      state = state.withTag(name.value(), comparison);
      tags.add(state.tag(name.value(), comparison));
    }
    var before = item.conversation();
    var after = List.copyOf(tags);
    return before.tags().equals(Optional.of(after))
        ? state
        : state.with(item.with(modified(call, before).tags(after).build()));
  }

  /** Returns the rejection of tags that are cleared in a way that the server does not take. */
  static InboxException notCleared(ServerCall call, ConversationId id, EmptyTags form) {
    call.item(id);
    return form == EmptyTags.SCALAR
        ? call.rejected("Missing value for parameter tags")
        : call.rejected("Tag is not valid.");
  }

  static InboxState createCase(ServerCall call, InboxWrite.CreateCase write) {
    var item = call.item(write.conversation());
    var salesforceCase = write.salesforceCase();
    if (!call.state().directory().integrations().contains(salesforceCase.integration())) {
      throw call.rejected("Salesforce integration is not active.");
    }
    salesforceCase
        .description()
        .ifPresent(d -> call.checkLength("case_description", d, TextLimit.CASE_DESCRIPTION));
    var changed = item.with(modified(call, item.conversation()).build());
    return call.state().with(changed.with(salesforceCase));
  }

  private static InboxState withNote(ServerCall call, StoredConversation item, String note) {
    return call.showing(item, EntryType.NOTE, note);
  }

  private static Conversation.Builder modified(ServerCall call, Conversation conversation) {
    return conversation.toBuilder().modified(call.now());
  }

  /** An empty form field is no note. */
  private static @Nullable String given(@Nullable String note) {
    return note == null || note.isBlank() ? null : note;
  }
}
