package io.inboxport.http;

import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.port.InboxGateway;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.IntegrationId;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.tag.TagName;
import java.util.List;

/** One call of every operation, with a text in it if the operation takes one. */
record SampleCall(Operation operation) {
  static final ConversationId ID = ConversationId.of("eit000000000001");

  static List<SampleCall> all() {
    return Operation.ofInbox().stream().map(SampleCall::new).toList();
  }

  void make(InboxGateway inbox, String text) {
    switch (operation) {
      case LIST -> inbox.list(ConversationQuery.open().matching(text));
      case GET -> inbox.get(ID);
      case TIMELINE -> inbox.timeline(ID, null);
      case ME -> inbox.me();
      case SET_STATUS -> inbox.setStatus(ID, Status.CLOSED);
      case ASSIGN -> inbox.assign(ID, UserId.of("00A000000000002"), text);
      case ADD_NOTE -> inbox.addNote(ID, text);
      case REPLACE_TAGS -> inbox.replaceTags(ID, List.of(TagName.of("Support")));
      case REPLY -> inbox.reply(ID, ReplyDraft.of(text));
      case CREATE_CASE ->
          inbox.createCase(
              ID, SalesforceCase.through(IntegrationId.of("sfint00000000001")).describedAs(text));
      default -> throw new IllegalArgumentException(operation.name());
    }
  }

  /** Returns whether the text is sent. */
  boolean sendsText() {
    return switch (operation) {
      case LIST, ASSIGN, ADD_NOTE, REPLY, CREATE_CASE -> true;
      default -> false;
    };
  }

  /** The server's answer when all is well, with this text wherever a text belongs. */
  String answer(String text) {
    return "{\"Result\":true" + field(text) + "}";
  }

  private String field(String text) {
    var conversation =
        "{\"Id\":\"eit000000000001\",\"Status\":\"open\",\"ProfileName\":\"" + text + "\"}";
    var entry =
        "{\"Id\":\"eat000000000001\",\"Type\":\"note\",\"Created\":\"2025-03-12 10:30:00\","
            + ("\"Content\":\"" + text + "\"}");
    return switch (operation) {
      case LIST -> ",\"Conversations\":{\"Total\":1,\"Items\":[" + conversation + "]}";
      case GET -> ",\"Conversation\":" + conversation;
      case TIMELINE -> ",\"Timeline\":[" + entry + "]";
      case ME ->
          ",\"User\":{\"Id\":\"00A000000000001\",\"Name\":\""
              + (text + "\"},\"Account\":{\"Id\":\"001000000000001\"}");
      case ASSIGN ->
          ",\"Assignment\":{\"ItemId\":\"eit000000000001\",\"AssigneeId\":\"00A000000000002\"}";
      case ADD_NOTE -> ",\"Note\":" + entry;
      case REPLACE_TAGS -> ",\"Tags\":[{\"Id\":\"etg000000000001\",\"Name\":\"Support\"}]";
      default -> "";
    };
  }

  @Override
  public String toString() {
    return operation.name();
  }
}
