package io.inboxport.outbox;

import io.inboxport.call.InboxWrite;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.reply.CommentId;
import io.inboxport.reply.CredentialId;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.IntegrationId;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.salesforce.SalesforceContactId;
import io.inboxport.salesforce.SalesforceUserId;
import io.inboxport.tag.TagName;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** Decoder of what {@link WriteEncoder} wrote. Damage never becomes another write. */
final class WriteDecoder {
  private final ByteBuffer in;

  WriteDecoder(byte[] bytes) {
    this.in = ByteBuffer.wrap(bytes);
  }

  InboxWrite read() {
    try {
      int version = number(1);
      if (version != WriteEncoder.VERSION) {
        throw new StreamCorruptedException("It is of version " + version + ".");
      }
      var write = write(Operation.valueOf(text()), ConversationId.of(text()));
      if (in.hasRemaining()) {
        throw new StreamCorruptedException("It goes on behind its end.");
      }
      return write;
    } catch (IOException | IllegalArgumentException e) {
      throw new UnreadableWrite(e);
    }
  }

  private InboxWrite write(Operation operation, ConversationId id) throws IOException {
    return switch (operation) {
      case SET_STATUS -> new InboxWrite.SetStatus(id, Status.of(text()));
      case ASSIGN -> new InboxWrite.Assign(id, UserId.of(text()), optional());
      case ADD_NOTE -> new InboxWrite.AddNote(id, text());
      case REPLACE_TAGS -> tags(id);
      case REPLY -> new InboxWrite.Reply(id, draft());
      case CREATE_CASE -> new InboxWrite.CreateCase(id, salesforceCase());
      case LIST, GET, TIMELINE, ME ->
          throw new StreamCorruptedException("It is a read: " + operation + ".");
      case LIST_TAGS,
          GET_TAG,
          RENAME_TAG,
          DELETE_TAG,
          LIST_RESPONSES,
          GET_RESPONSE,
          CREATE_RESPONSE,
          LIST_USERS,
          GET_USER,
          LIST_CREDENTIALS,
          GET_CREDENTIAL ->
          throw new StreamCorruptedException("It is about no conversation: " + operation + ".");
    };
  }

  private InboxWrite tags(ConversationId id) throws IOException {
    var names = new ArrayList<TagName>();
    for (int count = number(4); count > 0; count--) {
      names.add(TagName.of(text()));
    }
    return new InboxWrite.ReplaceTags(id, names);
  }

  private ReplyDraft draft() throws IOException {
    var draft = ReplyDraft.of(text());
    var credential = optional();
    draft = credential == null ? draft : draft.from(CredentialId.of(credential));
    var parent = optional();
    draft = parent == null ? draft : draft.under(CommentId.of(parent));
    draft = flag() ? draft.droppingUnsupported() : draft;
    for (int count = number(4); count > 0; count--) {
      var object = new LinkedHashMap<String, String>();
      for (int parts = number(4); parts > 0; parts--) {
        object.put(text(), text());
      }
      draft = draft.attaching(object);
    }
    return draft;
  }

  private SalesforceCase salesforceCase() throws IOException {
    var read = SalesforceCase.through(IntegrationId.of(text()));
    var owner = optional();
    read = owner == null ? read : read.ownedBy(SalesforceUserId.of(owner));
    var contact = optional();
    read = contact == null ? read : read.about(SalesforceContactId.of(contact));
    var description = optional();
    return description == null ? read : read.describedAs(description);
  }

  private @Nullable String optional() throws IOException {
    return flag() ? text() : null;
  }

  private boolean flag() throws IOException {
    int flag = number(1);
    if (flag > 1) {
      throw new StreamCorruptedException("A mark is " + flag + ".");
    }
    return flag == 1;
  }

  private String text() throws IOException {
    int length = length();
    var part = in.slice(in.position(), length);
    in.position(in.position() + length);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(part).toString();
    } catch (CharacterCodingException e) {
      throw new StreamCorruptedException("A text is not UTF-8.");
    }
  }

  private int length() throws IOException {
    int length = number(4);
    if (length > in.remaining()) {
      throw new StreamCorruptedException("A text is cut off.");
    }
    return length;
  }

  /** Reads a number of one or four bytes that is not negative. */
  private int number(int size) throws IOException {
    if (in.remaining() < size) {
      throw new StreamCorruptedException("It is cut off.");
    }
    int number = size == 1 ? Byte.toUnsignedInt(in.get()) : in.getInt();
    if (number < 0) {
      throw new StreamCorruptedException("A length is negative.");
    }
    return number;
  }
}
