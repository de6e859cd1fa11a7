package io.inboxport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.CallSubject;
import io.inboxport.call.InboxException;
import io.inboxport.conversation.UserId;
import io.inboxport.port.AccountGateway;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagId;
import io.inboxport.tag.TagName;
import java.util.Arrays;
import java.util.List;

/** Stage of an account scenario: the subject, and the words in which scenarios speak. */
final class AccountScenarioStage {
  static final UserId ME = UserId.of("00A000000000001");
  static final UserId COLLEAGUE = UserId.of("00A000000000002");
  static final TagId NO_TAG = TagId.of("etg999999999999");

  final AccountGateway gateway;
  final AccountBackstage backstage;

  AccountScenarioStage(AccountSubject subject) {
    gateway = subject.gateway();
    backstage = subject.backstage();
  }

  /** The account gets tags of these names. */
  List<Tag> tags(String... names) {
    return Arrays.stream(names).map(TagName::of).map(backstage::addTag).toList();
  }

  static List<String> names(List<Tag> tags) {
    return tags.stream().map(Tag::name).toList();
  }

  /** The call ends as this kind of error, which names what the call was about. */
  <E extends InboxException> E fails(Class<E> kind, CallSubject subject, Runnable call) {
    var what = subject + " should end as " + kind.getSimpleName();
    try {
      call.run();
    } catch (InboxException e) {
      assertThat(e).as(what).isInstanceOf(kind);
      assertThat(e.subject()).as("what the error is about").isEqualTo(subject);
      assertThat(e.conversation()).as("the conversation that the error names").isEmpty();
      return kind.cast(e);
    } catch (RuntimeException e) {
      throw new AssertionError(what + ", but a foreign exception came out: " + e, e);
    }
    throw new AssertionError(what + ", but it succeeded");
  }

  /** The same, and nothing stands otherwise afterwards. */
  <E extends InboxException> E refuses(Class<E> kind, CallSubject subject, Runnable call) {
    var before = standing();
    E error = fails(kind, subject, call);
    assertThat(standing()).as("the account after a refused call").isEqualTo(before);
    return error;
  }

  List<Object> standing() {
    return List.of(backstage.tags(), backstage.responses());
  }
}
