package io.inboxport.outbox;

import io.inboxport.call.InboxWrite;
import io.inboxport.reply.CommentId;
import io.inboxport.reply.CredentialId;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.salesforce.SalesforceContactId;
import io.inboxport.salesforce.SalesforceUserId;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Encoder of writes. Equal writes get equal bytes, on which their fingerprint rests. */
final class WriteEncoder {
  /** The version of the form; {@link WriteDecoder} reads it and all before it. */
  static final int VERSION = 1;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  byte[] bytes() {
    return bytes.toByteArray();
  }

  void write(InboxWrite write) {
    try {
      out.writeByte(VERSION);
      text(write.operation().name());
      text(write.conversation().value());
      content(write);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void content(InboxWrite write) throws IOException {
    if (write instanceof InboxWrite.SetStatus set) {
      // Spellings that mean the same are the same write.
      text(set.status().name());
    } else if (write instanceof InboxWrite.Assign assign) {
      text(assign.assignee().value());
      optional(assign.note());
    } else if (write instanceof InboxWrite.AddNote note) {
      text(note.note());
    } else if (write instanceof InboxWrite.ReplaceTags tags) {
      out.writeInt(tags.names().size());
      for (var name : tags.names()) {
        text(name.value());
      }
    } else if (write instanceof InboxWrite.Reply reply) {
      draft(reply.draft());
    } else if (write instanceof InboxWrite.CreateCase create) {
      salesforceCase(create.salesforceCase());
    }
  }

  private void draft(ReplyDraft draft) throws IOException {
    text(draft.message());
    optional(draft.credential().map(CredentialId::value));
    optional(draft.parentComment().map(CommentId::value));
    out.writeBoolean(draft.dropsUnsupported());
    out.writeInt(draft.media().size());
    for (var object : draft.media()) {
      out.writeInt(object.size());
      for (var part : object.entrySet()) {
        text(part.getKey());
        text(part.getValue());
      }
    }
  }

  private void salesforceCase(SalesforceCase asked) throws IOException {
    text(asked.integration().value());
    optional(asked.owner().map(SalesforceUserId::value));
    optional(asked.contact().map(SalesforceContactId::value));
    optional(asked.description());
  }

  private void optional(Optional<String> text) throws IOException {
    optional(text.orElse(null));
  }

  private void optional(@Nullable String text) throws IOException {
    out.writeBoolean(text != null);
    if (text != null) {
      text(text);
    }
  }

  private void text(String text) throws IOException {
    var encoded = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(encoded.length);
    out.write(encoded);
  }
}
