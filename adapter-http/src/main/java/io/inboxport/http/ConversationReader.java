package io.inboxport.http;

import static io.inboxport.http.WireField.ASSIGNEE_ID;
import static io.inboxport.http.WireField.CREATED;
import static io.inboxport.http.WireField.ID;
import static io.inboxport.http.WireField.ITEM_TYPE;
import static io.inboxport.http.WireField.MODIFIED;
import static io.inboxport.http.WireField.NETWORK;
import static io.inboxport.http.WireField.PROFILE_NAME;
import static io.inboxport.http.WireField.STATUS;
import static io.inboxport.http.WireField.TAGS;

import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.tag.Tag;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the conversations of one answer, or one conversation of any. */
final class ConversationReader implements AnswerPayload.Reader<Conversation> {
  private static final Set<WireField> FIELDS =
      EnumSet.of(
          ID, CREATED, MODIFIED, STATUS, NETWORK, ITEM_TYPE, ASSIGNEE_ID, PROFILE_NAME, TAGS);

  private static final Status NO_STATUS = Status.of("");
  private static final Network NO_NETWORK = Network.of("");
  private static final ItemType NO_ITEM_TYPE = ItemType.of("");

  private final TimestampReader timestamps;
  private final RepeatedText<Status> statuses;
  private final RepeatedText<Network> networks;
  private final RepeatedText<ItemType> itemTypes;
  private final RepeatedText<UserId> assignees;
  private final RepeatedText<String> profileNames;

  /**
   * Creates it.
   *
   * @param inList whether it reads a list; if not, it holds nothing, and threads may share it
   */
  ConversationReader(TimestampReader timestamps, boolean inList) {
    this.timestamps = timestamps;
    statuses = new RepeatedText<>(Status::of, inList);
    networks = new RepeatedText<>(Network::of, inList);
    itemTypes = new RepeatedText<>(ItemType::of, inList);
    assignees = new RepeatedText<>(UserId::of, inList);
    profileNames = new RepeatedText<>(Function.identity(), inList);
  }

  @Override
  public @Nullable Conversation read(JsonCursor in) throws IOException {
    if (!in.enterObject()) {
      return null;
    }
    ConversationId id = null;
    Instant created = null;
    Instant modified = null;
    var status = NO_STATUS;
    var network = NO_NETWORK;
    var itemType = NO_ITEM_TYPE;
    UserId assignee = null;
    var profileName = "";
    List<Tag> tags = null;
    // In the documented order, so that a processor foretells each step: a switch took a fifth of
    // the time of a page. A field out of order is met in the next round.
    boolean more = in.nextField(ID);
    while (more) {
      if (in.field() == ID) {
        id = in.id(ConversationId::of);
        more = in.nextField(CREATED);
      }
      if (more && in.field() == CREATED) {
        created = in.time(timestamps);
        more = in.nextField(MODIFIED);
      }
      if (more && in.field() == MODIFIED) {
        modified = in.time(timestamps);
        more = in.nextField(STATUS);
      }
      if (more && in.field() == STATUS) {
        status = in.value(statuses);
        more = in.nextField(NETWORK);
      }
      if (more && in.field() == NETWORK) {
        network = in.value(networks);
        more = in.nextField(ITEM_TYPE);
      }
      if (more && in.field() == ITEM_TYPE) {
        itemType = in.value(itemTypes);
        more = in.nextField(ASSIGNEE_ID);
      }
      if (more && in.field() == ASSIGNEE_ID) {
        assignee = in.user(assignees);
        more = in.nextField(PROFILE_NAME);
      }
      if (more && in.field() == PROFILE_NAME) {
        profileName = in.valueOr(WireField.NAME, profileNames);
        more = in.nextField(TAGS);
      }
      if (more && in.field() == TAGS) {
        tags = TagReader.tags(in);
        more = in.nextField();
      }
      if (more && !FIELDS.contains(in.field())) {
        in.skip();
        more = in.nextField();
      }
    }
    return id == null
        ? null
        : Conversation.withId(id)
            .created(created)
            .modified(modified)
            .status(status)
            .network(network)
            .itemType(itemType)
            .assignee(assignee)
            .profileName(profileName)
            .tags(tags)
            .unreadable(in.unknownFields())
            .build();
  }
}
