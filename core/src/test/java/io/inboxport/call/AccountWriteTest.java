package io.inboxport.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.directory.ResponseDraft;
import io.inboxport.tag.TagId;
import io.inboxport.tag.TagName;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountWriteTest {
  private static final String SECRET = "our best customer";
  private static final TagId TAG = TagId.of("etg1");
  private static final List<AccountWrite> WRITES =
      List.of(
          new AccountWrite.RenameTag(TAG, TagName.of(SECRET)),
          new AccountWrite.DeleteTag(TAG),
          new AccountWrite.CreateResponse(ResponseDraft.shared(SECRET, SECRET)));

  @Test
  void there_is_a_write_for_every_operation_of_the_account_that_writes() {
    assertThat(WRITES)
        .extracting(write -> write.subject().operation())
        .containsExactlyElementsOf(
            Operation.ofAccount().stream().filter(Operation::isWrite).toList());
    assertThat(WRITES)
        .extracting(write -> write.subject().id().orElse(""))
        .containsExactly("etg1", "etg1", "");
  }

  @Test
  void no_write_tells_its_text() {
    assertThat(WRITES).extracting(Object::toString).noneMatch(text -> text.contains(SECRET));
    assertThat(WRITES.get(0)).hasToString("RenameTag[tag=etg1]");
  }

  @Test
  void every_operation_belongs_to_one_of_the_two_ports() {
    var all = new ArrayList<>(Operation.ofInbox());
    all.addAll(Operation.ofAccount());

    assertThat(all).containsExactly(Operation.values());
    assertThat(Operation.ofInbox()).hasSize(10).endsWith(Operation.CREATE_CASE);
  }
}
