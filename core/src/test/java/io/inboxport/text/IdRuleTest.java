package io.inboxport.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.account.AccountId;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.UserId;
import io.inboxport.reply.CommentId;
import io.inboxport.reply.CredentialId;
import io.inboxport.salesforce.IntegrationId;
import io.inboxport.salesforce.SalesforceContactId;
import io.inboxport.salesforce.SalesforceUserId;
import io.inboxport.tag.TagId;
import io.inboxport.timeline.TimelineEntryId;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdRuleTest {
  record Kind(String label, Function<String, Record> make) {
    @Override
    public String toString() {
      return label;
    }
  }

  static List<Kind> kinds() {
    return List.of(
        new Kind("account id", AccountId::of),
        new Kind("conversation id", ConversationId::of),
        new Kind("user id", UserId::of),
        new Kind("comment id", CommentId::of),
        new Kind("credential id", CredentialId::of),
        new Kind("integration id", IntegrationId::of),
        new Kind("Salesforce contact id", SalesforceContactId::of),
        new Kind("Salesforce user id", SalesforceUserId::of),
        new Kind("tag id", TagId::of),
        new Kind("timeline entry id", TimelineEntryId::of));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void an_id_is_kept_as_it_stands(Kind kind) {
    for (var text :
        List.of("x", "eit000000000001", " a b ", "a/b", "...", "ÄÖ?%2e#", "é".repeat(500))) {
      assertThat(kind.make.apply(text)).hasToString(text).isEqualTo(kind.make.apply(text));
    }
    assertThat(kind.make.apply("a")).isNotEqualTo(kind.make.apply("A"));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void ids_spread_in_a_hash_table(Kind kind) {
    assertThat(kind.make.apply("a").hashCode()).isNotEqualTo(kind.make.apply("b").hashCode());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_blank_id_names_nothing(Kind kind) {
    for (var text : List.of("", " ", "\t\r\n")) {
      assertThatThrownBy(() -> kind.make.apply(text))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("The " + kind + " is blank: give the id as the server wrote it.");
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_step_in_a_path_would_address_another_endpoint(Kind kind) {
    for (var text : List.of(".", "..")) {
      assertThatThrownBy(() -> kind.make.apply(text))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "The %s \"%s\" is a step in a path: give the id as the server wrote it."
                  .formatted(kind, text));
    }
  }

  @Test
  @SuppressWarnings("NullAway")
  void no_id_at_all_is_a_mistake_of_the_caller() {
    assertThatThrownBy(() -> ConversationId.of(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("conversation id");
  }
}
