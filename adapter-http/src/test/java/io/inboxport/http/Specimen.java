package io.inboxport.http;

import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.port.InboxGateway;
import io.inboxport.tag.TagName;
import java.util.List;
import java.util.function.Function;

/** A call for each endpoint, with a good answer to it, to be spoiled. */
enum Specimen {
  LIST(
      """
      {"Result":true,"Conversations":{"Total":3,"Items":[
      {"Id":"eit1","Created":"2025-03-10 14:22:00","Modified":"2025-03-12 09:15:30","Status":"open",
      "Network":"Facebook","ItemType":"Post","AssigneeId":"00A1","ProfileName":"s3cret"},
      {"Id":"eit2","Created":1741616520,"Modified":"1741616520","Status":"closed",
      "Network":"LinkedIn","ItemType":"conversation","AssigneeId":null,"ProfileName":"s3cret"},
      {"ID":"eit3","Created":"0000-00-00 00:00:00","ItemType":"MENTION","ProfileName":"ü😀"}]}}""",
      gateway -> gateway.list(ConversationQuery.all())),
  GET(
      """
      {"Result":true,"Conversation":{"Id":"eit1","Created":"2025-03-10 14:22:00",
      "Modified":"2025-03-12 09:15:30","Status":"open","Network":"LinkedIn",
      "ItemType":"conversation","AssigneeId":"00A1","ProfileName":"s3cret",
      "Tags":[{"Id":"etg1","Name":"s3cret"},{"Id":"etg2","Name":"VIP"}]}}""",
      gateway -> gateway.get(id())),
  TIMELINE(
      """
      {"Result":true,"Timeline":[
      {"Id":"eat1","Type":"note","Created":"2025-03-12 09:15:30","Content":"s3cret","CreatedBy":"00A1"},
      {"Id":"eat2","Type":"share","Created":"2025-03-11 16:45:00","Content":"s3cret ü😀"}]}""",
      gateway -> gateway.timeline(id(), null)),
  ME(
      """
      {"Result":true,"User":{"Id":"00A1","Name":"s3cret","Email":"s3cret@example.com",
      "LastLogin":"2025-03-12 09:15:30"},"Account":{"Id":"0011","Name":"s3cret"}}""",
      InboxGateway::me),
  STATUS(
      "{\"Result\":true}",
      gateway -> {
        gateway.setStatus(id(), Status.CLOSED);
        return true;
      }),
  ASSIGN(
      "{\"Result\":true,\"Assignment\":{\"ItemId\":\"eit1\",\"AssigneeId\":\"00A2\"}}",
      gateway -> gateway.assign(id(), UserId.of("00A2"), "s3cret")),
  NOTE(
      """
      {"Result":true,"Note":{"Id":"eat3","Type":"note","Created":"2025-03-12 10:30:00",
      "Content":"s3cret","CreatedBy":"00A1"}}""",
      gateway -> gateway.addNote(id(), "s3cret")),
  TAGS(
      "{\"Result\":true,\"Tags\":[{\"Id\":\"etg1\",\"Name\":\"s3cret\"},{\"Id\":\"etg2\",\"Name\":\"VIP\"}]}",
      gateway -> gateway.replaceTags(id(), List.of(TagName.of("s3cret"), TagName.of("VIP"))));

  private final String answer;

  @SuppressWarnings("ImmutableEnumChecker") // The calls hold no state.
  private final Function<InboxGateway, Object> call;

  Specimen(String answer, Function<InboxGateway, Object> call) {
    this.answer = answer;
    this.call = call;
  }

  private static ConversationId id() {
    return ConversationId.of("eit1");
  }

  String answer() {
    return answer;
  }

  Object call(InboxGateway gateway) {
    return call.apply(gateway);
  }
}
