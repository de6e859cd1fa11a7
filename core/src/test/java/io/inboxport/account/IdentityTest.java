package io.inboxport.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.conversation.UnreadablePart;
import io.inboxport.conversation.UserId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentityTest {
  private static final Instant LOGIN = Instant.parse("2025-03-12T09:15:30Z");

  private static final UnreadablePart UNREADABLE =
      new UnreadablePart("User.LastLogin", "It is no time.", false);

  private static Identity.Builder ada() {
    return Identity.builder(UserId.of("00A000000000001"), AccountId.of("001000000000001"))
        .userName("Ada")
        .email("ada@example.org")
        .accountName("Acme Inc")
        .lastLogin(LOGIN);
  }

  @Test
  void holds_what_the_server_tells() {
    var ada = ada().build();

    assertThat(ada.user()).hasToString("00A000000000001");
    assertThat(ada.account()).hasToString("001000000000001");
    assertThat(ada.userName()).isEqualTo("Ada");
    assertThat(ada.email()).isEqualTo("ada@example.org");
    assertThat(ada.accountName()).isEqualTo("Acme Inc");
    assertThat(ada.lastLogin()).contains(LOGIN);
  }

  @Test
  void what_the_server_does_not_say_is_empty() {
    var bare = Identity.builder(UserId.of("u"), AccountId.of("a")).build();

    assertThat(bare.userName()).isEmpty();
    assertThat(bare.email()).isEmpty();
    assertThat(bare.accountName()).isEmpty();
    assertThat(bare.lastLogin()).isEmpty();
    assertThat(bare.unreadable()).isEmpty();
  }

  @Test
  void what_could_not_be_read_is_told() {
    assertThat(ada().unreadable(List.of(UNREADABLE)).build().unreadable())
        .containsExactly(UNREADABLE);
  }

  @Test
  void the_last_login_is_cut_to_the_second() {
    assertThat(ada().lastLogin(LOGIN.plusNanos(1)).build()).isEqualTo(ada().build());
  }

  @Test
  void two_that_differ_in_anything_are_not_equal() {
    var ada = ada().build();
    var others =
        List.of(
            Identity.builder(UserId.of("u"), ada.account())
                .userName("Ada")
                .email("ada@example.org")
                .accountName("Acme Inc")
                .lastLogin(LOGIN)
                .build(),
            Identity.builder(ada.user(), AccountId.of("a"))
                .userName("Ada")
                .email("ada@example.org")
                .accountName("Acme Inc")
                .lastLogin(LOGIN)
                .build(),
            ada().userName("").build(),
            ada().email("").build(),
            ada().accountName("").build(),
            ada().lastLogin(null).build(),
            ada().unreadable(List.of(UNREADABLE)).build());

    assertThat(others).doesNotContain(ada);
    assertThat(others).extracting(Object::hashCode).doesNotContain(ada.hashCode());
    assertThat(ada).isEqualTo(ada().build()).hasSameHashCodeAs(ada().build());
    assertThat(ada).isNotEqualTo(null).isNotEqualTo("Ada");
  }

  @Test
  void its_text_tells_ids_and_no_person() {
    assertThat(ada().build())
        .hasToString("Identity[user=00A000000000001, account=001000000000001]");
  }
}
