package io.inboxport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.account.AccountId;
import io.inboxport.call.InboxException.UnreadableResponse;
import io.inboxport.conversation.Assignment;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.EntryType;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagId;
import io.inboxport.tag.TagName;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelineEntryId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers as they are documented are read whole. */
class ReadingTest extends ReadingFixture {
  @Test
  void a_page_as_documented_is_read_whole() {
    var page =
        listed(
            """
            {"Total": 42, "Items": [
              {"Id": "eit000000000001", "Created": "2025-03-10 14:22:00",
               "Modified": "2025-03-12 09:15:30", "Status": "open", "Network": "Facebook",
               "ItemType": "Post", "AssigneeId": "00A000000000001", "ProfileName": "Acme Inc"}]}\
            """);

    assertThat(page.items())
        .containsExactly(
            Conversation.withId(ID)
                .created(Instant.parse("2025-03-10T14:22:00Z"))
                .modified(Instant.parse("2025-03-12T09:15:30Z"))
                .status(Status.OPEN)
                .network(Network.FACEBOOK)
                .itemType(ItemType.POST)
                .assignee(UserId.of("00A000000000001"))
                .profileName("Acme Inc")
                .build());
    assertThat(page.total()).hasValue(42);
    assertThat(page.truncated()).isTrue();
    assertThat(page.unreadable()).isEmpty();
  }

  @Test
  void one_conversation_has_its_tags() {
    var conversation =
        got(
            "eit000000000001",
            """
            {"Id": "eit000000000001", "Created": "2025-03-10 14:22:00", "Status": "open",
             "Network": "LinkedIn", "ItemType": "conversation",
             "Tags": [{"Id": "etg000000000001", "Name": "Support"}]}\
            """);

    assertThat(conversation.itemType()).isEqualTo(ItemType.CONVERSATION);
    assertThat(conversation.tags())
        .contains(List.of(new Tag(TagId.of("etg000000000001"), "Support")));
  }

  @Test
  void a_timeline_keeps_the_order_of_the_server() {
    server.answers(
        """
        {"Result": true, "Timeline": [
          {"Id": "eat1", "Type": "note", "Created": "2025-03-12 09:15:30",
           "Content": "Following up.", "CreatedBy": "00A000000000001"},
          {"Id": "eat2", "Type": "share", "Created": "2025-03-11 16:45:00", "Content": "Thanks!"}]}\
        """);

    var page = gateway.timeline(ID, null);

    assertThat(page.entries())
        .containsExactly(
            TimelineEntry.withId(TimelineEntryId.of("eat1"))
                .type(EntryType.NOTE)
                .created(Instant.parse("2025-03-12T09:15:30Z"))
                .content("Following up.")
                .createdBy(UserId.of("00A000000000001"))
                .build(),
            TimelineEntry.withId(TimelineEntryId.of("eat2"))
                .type(EntryType.SHARE)
                .created(Instant.parse("2025-03-11T16:45:00Z"))
                .content("Thanks!")
                .build());
  }

  @Test
  void the_answers_of_writes_are_read() {
    server
        .answers(
            "{\"Result\":true,\"Assignment\":{\"ItemId\":\"eit000000000001\",\"AssigneeId\":\"00A2\"}}")
        .answers(
            "{\"Result\":true,\"Note\":{\"Id\":\"eat3\",\"Type\":\"note\",\"Content\":\"Hi\"}}")
        .answers("{\"Result\":true,\"Tags\":[{\"Id\":\"etg1\",\"Name\":\"VIP\"}]}");

    assertThat(gateway.assign(ID, UserId.of("00A2"), null))
        .isEqualTo(new Assignment(ID, UserId.of("00A2")));
    assertThat(gateway.addNote(ID, "Hi"))
        .isEqualTo(
            TimelineEntry.withId(TimelineEntryId.of("eat3"))
                .type(EntryType.NOTE)
                .content("Hi")
                .build());
    assertThat(gateway.replaceTags(ID, List.of(TagName.of("VIP"))))
        .containsExactly(new Tag(TagId.of("etg1"), "VIP"));
  }

  @Test
  void fields_that_the_api_adds_are_passed_over_wherever_they_stand() {
    var more = "\"More\":{\"Ids\":[1,{}]},";
    var page = listed("{" + more + "\"Items\":[{" + more + "\"Id\":\"eit1\"}]}");
    server
        .answers("{\"Result\":true,\"Timeline\":[{" + more + "\"Id\":\"eat1\"}]}")
        .answers(
            "{\"Result\":true,\"Assignment\":{"
                + more
                + "\"ItemId\":\"eit000000000001\",\"AssigneeId\":\"00A2\"}}")
        .answers("{\"Result\":true,\"Tags\":[{" + more + "\"Id\":\"etg1\",\"Name\":\"VIP\"}]}");

    assertThat(page.items()).extracting(item -> item.id().value()).containsExactly("eit1");
    assertThat(gateway.timeline(ID, null).entries())
        .extracting(entry -> entry.id().value())
        .containsExactly("eat1");
    assertThat(gateway.assign(ID, UserId.of("00A2"), null).assignee()).hasToString("00A2");
    assertThat(gateway.replaceTags(ID, List.of(TagName.of("VIP"))))
        .containsExactly(new Tag(TagId.of("etg1"), "VIP"));
  }

  @Test
  void an_answer_may_have_10001_broken_items_and_no_more() {
    var broken = "{},".repeat(10_000);

    assertThat(listed("{\"Items\":[" + broken + "{}]}").unreadable()).hasSize(10_001);
    assertThatThrownBy(() -> listed("{\"Items\":[" + broken + "{},{}]}"))
        .isInstanceOf(UnreadableResponse.class);
  }

  @Test
  void the_caller_is_told_by_user_and_account() {
    server.answers(
        """
        {"Result": true,
         "User": {"Id": "00A1", "Name": "Ada", "Email": "ada@example.com", "LastLogin": 1741616520},
         "Account": {"Id": "0011", "Name": "Acme"}}\
        """);

    var me = gateway.me();

    assertThat(me.user()).isEqualTo(UserId.of("00A1"));
    assertThat(me.account()).isEqualTo(AccountId.of("0011"));
    assertThat(me.userName()).isEqualTo("Ada");
    assertThat(me.email()).isEqualTo("ada@example.com");
    assertThat(me.accountName()).isEqualTo("Acme");
    assertThat(me.lastLogin()).contains(Instant.parse("2025-03-10T14:22:00Z"));
  }
}
