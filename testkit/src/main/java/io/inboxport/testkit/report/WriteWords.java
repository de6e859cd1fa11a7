package io.inboxport.testkit.report;

import io.inboxport.call.InboxWrite;
import io.inboxport.tag.TagName;
import org.jspecify.annotations.Nullable;

/** Words of a report for a write: the call, the conversation, and what was asked for. */
final class WriteWords {
  private WriteWords() {}

  static String of(InboxWrite write, boolean quoting) {
    return write.operation().label() + " " + write.conversation() + asked(write, quoting);
  }

  private static String asked(InboxWrite write, boolean quoting) {
    if (write instanceof InboxWrite.SetStatus set) {
      return " as " + set.status();
    } else if (write instanceof InboxWrite.Assign assign) {
      return " to " + assign.assignee() + quoted(assign.note(), quoting);
    } else if (write instanceof InboxWrite.AddNote note) {
      return quoted(note.note(), quoting);
    } else if (write instanceof InboxWrite.ReplaceTags replace) {
      return " by "
          + (quoting
              ? replace.names().stream().map(TagName::value).toList().toString()
              : replace.names().size() + " tags");
    } else if (write instanceof InboxWrite.Reply reply) {
      var draft = reply.draft();
      var media = draft.media().isEmpty() ? "" : ", " + draft.media().size() + " media";
      return quoted(draft.message(), quoting) + media;
    } else if (write instanceof InboxWrite.CreateCase create) {
      return quoted(create.salesforceCase().description().orElse(null), quoting);
    }
    return "";
  }

  private static String quoted(@Nullable String text, boolean quoting) {
    return text == null || !quoting ? "" : " " + QuotedText.of(text);
  }
}
