package io.inboxport.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.reply.CommentId;
import io.inboxport.reply.CredentialId;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.IntegrationId;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.tag.TagName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InboxWriteTest {
  private static final ConversationId ID = ConversationId.of("eit1");
  private static final String SECRET = "my card number is 4711";

  private static final List<InboxWrite> WRITES =
      List.of(
          new InboxWrite.SetStatus(ID, Status.CLOSED),
          new InboxWrite.Assign(ID, UserId.of("u1"), SECRET),
          new InboxWrite.AddNote(ID, SECRET),
          new InboxWrite.ReplaceTags(ID, List.of(TagName.of(SECRET))),
          new InboxWrite.Reply(ID, ReplyDraft.of(SECRET)),
          new InboxWrite.CreateCase(
              ID, SalesforceCase.through(IntegrationId.of("sf1")).describedAs(SECRET)));

  @Test
  void there_is_a_write_for_every_operation_that_writes() {
    assertThat(WRITES)
        .extracting(InboxWrite::operation)
        .containsExactlyElementsOf(
            Operation.ofInbox().stream().filter(Operation::isWrite).toList());
    assertThat(WRITES).extracting(InboxWrite::conversation).containsOnly(ID);
  }

  @Test
  void no_write_tells_its_text() {
    assertThat(WRITES).extracting(Object::toString).noneMatch(text -> text.contains(SECRET));
    assertThat(WRITES.get(1)).hasToString("Assign[conversation=eit1, assignee=u1]");
    assertThat(WRITES.get(2)).hasToString("AddNote[conversation=eit1, 22 characters]");
    assertThat(new InboxWrite.AddNote(ID, "\uD83D\uDE00").toString()).contains(" 1 characters]");
    assertThat(WRITES.get(3)).hasToString("ReplaceTags[conversation=eit1, 1 names]");
  }

  @Test
  void the_names_of_tags_are_copied_in() {
    var names = new ArrayList<>(List.of(TagName.of("VIP")));
    var write = new InboxWrite.ReplaceTags(ID, names);
    names.clear();

    assertThat(write.names()).containsExactly(TagName.of("VIP"));
  }

  @Test
  void a_write_of_more_fields_than_php_reads_is_refused() {
    var names = IntStream.range(0, 1001).mapToObj(i -> TagName.of("Tag " + i)).toList();
    var keys = IntStream.range(0, 998).boxed().collect(Collectors.toMap(i -> "k" + i, i -> "v"));
    var draft = ReplyDraft.of("Hi").under(CommentId.of("c1")).attaching(keys);

    assertThat(new InboxWrite.ReplaceTags(ID, names.subList(0, 1000)).names()).hasSize(1000);
    assertThat(new InboxWrite.Reply(ID, draft).draft()).isEqualTo(draft);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InboxWrite.ReplaceTags(ID, names))
        .withMessage(
            "The tags take 1001 fields of a form, the limit is 1000: a PHP server drops the rest"
                + " without a word.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InboxWrite.Reply(ID, draft.from(CredentialId.of("003-1"))))
        .withMessageStartingWith("The parts of the reply take 1001 fields of a form");
  }

  @Test
  void only_four_operations_of_the_inbox_read() {
    assertThat(Operation.ofInbox())
        .filteredOn(operation -> !operation.isWrite())
        .containsExactly(Operation.LIST, Operation.GET, Operation.TIMELINE, Operation.ME);
  }
}
