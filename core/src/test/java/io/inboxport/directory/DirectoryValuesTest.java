package io.inboxport.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.conversation.Network;
import io.inboxport.conversation.UnreadablePart;
import io.inboxport.conversation.UserId;
import io.inboxport.reply.CredentialId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DirectoryValuesTest {
  private static final Instant TIME = Instant.parse("2025-03-12T09:15:30Z");
  private static final List<UnreadablePart> UNREADABLE =
      List.of(new UnreadablePart("Created", "It is no time.", false));

  private static AccountUser.Builder user() {
    return AccountUser.withId(UserId.of("00A1"))
        .name("Ada")
        .email("ada@example.org")
        .role(UserRole.ADMIN)
        .timeZone("America/New_York")
        .lastLogin(TIME);
  }

  private static ConnectedProfile.Builder profile() {
    return ConnectedProfile.withId(CredentialId.of("003-1"))
        .name("Acme's page")
        .displayName("Acme")
        .network(Network.FACEBOOK)
        .status(ProfileStatus.VALID)
        .networkUsername("acme")
        .created(TIME);
  }

  private static CannedResponse.Builder response() {
    return CannedResponse.withId(ResponseId.of("cnr1"))
        .name("Welcome")
        .content("Thanks!")
        .visibility(ResponseVisibility.SHARED)
        .created(TIME)
        .createdBy(UserId.of("00A1"));
  }

  @Test
  void a_user_holds_what_the_server_tells() {
    var user = user().unreadable(UNREADABLE).build();

    assertThat(user.id()).isEqualTo(UserId.of("00A1"));
    assertThat(user.name()).isEqualTo("Ada");
    assertThat(user.email()).isEqualTo("ada@example.org");
    assertThat(user.role()).isEqualTo(UserRole.ADMIN);
    assertThat(user.timeZone()).isEqualTo("America/New_York");
    assertThat(user.lastLogin()).contains(TIME);
    assertThat(user.unreadable()).isEqualTo(UNREADABLE);
    assertThat(user).hasToString("AccountUser[00A1, role=admin]");
  }

  @Test
  void a_profile_holds_what_the_server_tells() {
    var profile = profile().unreadable(UNREADABLE).build();

    assertThat(profile.id()).isEqualTo(CredentialId.of("003-1"));
    assertThat(profile.name()).isEqualTo("Acme's page");
    assertThat(profile.displayName()).isEqualTo("Acme");
    assertThat(profile.network()).isEqualTo(Network.FACEBOOK);
    assertThat(profile.status()).isEqualTo(ProfileStatus.VALID);
    assertThat(profile.networkUsername()).isEqualTo("acme");
    assertThat(profile.created()).contains(TIME);
    assertThat(profile.unreadable()).isEqualTo(UNREADABLE);
    assertThat(profile).hasToString("ConnectedProfile[003-1, network=Facebook, status=valid]");
  }

  @Test
  void a_canned_response_holds_what_the_server_tells_and_shows_no_text() {
    var response = response().unreadable(UNREADABLE).build();

    assertThat(response.id()).isEqualTo(ResponseId.of("cnr1"));
    assertThat(response.name()).isEqualTo("Welcome");
    assertThat(response.content()).isEqualTo("Thanks!");
    assertThat(response.visibility()).isEqualTo(ResponseVisibility.SHARED);
    assertThat(response.created()).contains(TIME);
    assertThat(response.createdBy()).contains(UserId.of("00A1"));
    assertThat(response.unreadable()).isEqualTo(UNREADABLE);
    assertThat(response).hasToString("CannedResponse[cnr1, visibility=shared]");
  }

  @Test
  void what_the_server_does_not_say_is_empty() {
    var user = AccountUser.withId(UserId.of("u")).build();
    var profile = ConnectedProfile.withId(CredentialId.of("c")).build();
    var response = CannedResponse.withId(ResponseId.of("r")).build();

    assertThat(user.name() + user.email() + user.timeZone() + user.role().text()).isEmpty();
    assertThat(user.lastLogin()).isEmpty();
    assertThat(profile.network().text() + profile.status().text()).isEmpty();
    assertThat(profile.created()).isEmpty();
    assertThat(response.visibility().text()).isEmpty();
    assertThat(response.created()).isEmpty();
    assertThat(response.createdBy()).isEmpty();
    assertThat(response.visibility()).hasToString("(none)");
  }

  @Test
  void times_are_cut_to_the_second() {
    var later = TIME.plusNanos(1);

    assertThat(user().lastLogin(later).build()).isEqualTo(user().build());
    assertThat(profile().created(later).build()).isEqualTo(profile().build());
    assertThat(response().created(later).build()).isEqualTo(response().build());
    assertThat(user().lastLogin(null).build().lastLogin()).isEmpty();
  }

  @Test
  void two_users_that_differ_in_anything_are_not_equal() {
    assertThat(user().build()).hasSameHashCodeAs(user().build());
    assertThat(
            List.of(
                AccountUser.withId(UserId.of("00A1")).build(),
                user().name("").build(),
                user().email("").build(),
                user().role(UserRole.READ).build(),
                user().timeZone("").build(),
                user().lastLogin(null).build(),
                user().unreadable(UNREADABLE).build()))
        .doesNotContain(user().build());
  }

  @Test
  void two_profiles_that_differ_in_anything_are_not_equal() {
    assertThat(profile().build()).hasSameHashCodeAs(profile().build());
    assertThat(
            List.of(
                ConnectedProfile.withId(CredentialId.of("003-1")).build(),
                profile().name("").build(),
                profile().displayName("").build(),
                profile().network(Network.TIKTOK).build(),
                profile().status(ProfileStatus.INVALID).build(),
                profile().networkUsername("").build(),
                profile().created(null).build(),
                profile().unreadable(UNREADABLE).build()))
        .doesNotContain(profile().build());
  }

  @Test
  void two_canned_responses_that_differ_in_anything_are_not_equal() {
    assertThat(response().build()).hasSameHashCodeAs(response().build());
    assertThat(
            List.of(
                CannedResponse.withId(ResponseId.of("cnr1")).build(),
                response().name("").build(),
                response().content("").build(),
                response().visibility(ResponseVisibility.PRIVATE).build(),
                response().created(null).build(),
                response().createdBy(null).build(),
                response().unreadable(UNREADABLE).build()))
        .doesNotContain(response().build());
  }

  @Test
  void a_word_is_compared_without_regard_to_case_and_keeps_its_text() {
    assertThat(UserRole.of("ADMIN")).isEqualTo(UserRole.ADMIN).hasSameHashCodeAs(UserRole.ADMIN);
    assertThat(UserRole.of("ADMIN").text()).isEqualTo("ADMIN");
    assertThat(UserRole.of("owner").isKnown()).isFalse();
    assertThat(UserRole.values()).hasSize(4).allMatch(UserRole::isKnown);
    assertThat(ProfileStatus.of("Invalid")).isEqualTo(ProfileStatus.INVALID);
    assertThat(ProfileStatus.values()).hasSize(2).allMatch(ProfileStatus::isKnown);
    assertThat(ProfileStatus.VALID).isNotEqualTo(ProfileStatus.INVALID).hasToString("valid");
    assertThat(ResponseVisibility.of("Private")).isEqualTo(ResponseVisibility.PRIVATE);
    assertThat(ResponseVisibility.values()).hasSize(2).allMatch(ResponseVisibility::isKnown);
    assertThat(ResponseVisibility.SHARED).isNotEqualTo("shared");
  }
}
