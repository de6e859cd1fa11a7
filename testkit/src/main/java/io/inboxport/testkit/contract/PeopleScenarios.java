package io.inboxport.testkit.contract;

import static io.inboxport.testkit.contract.AccountScenarioStage.COLLEAGUE;
import static io.inboxport.testkit.contract.AccountScenarioStage.ME;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.CallSubject;
import io.inboxport.call.InboxException.NotFound;
import io.inboxport.call.Operation;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.UserId;
import io.inboxport.directory.AccountUser;
import io.inboxport.directory.ConnectedProfile;
import io.inboxport.directory.ProfileQuery;
import io.inboxport.directory.ProfileStatus;
import io.inboxport.directory.UserRole;
import io.inboxport.reply.CredentialId;
import java.time.Instant;
import java.util.List;

/** Scenarios of users and of connected profiles. */
final class PeopleScenarios {
  private static final Instant TIME = Instant.parse("2025-03-01T08:30:00Z");
  private static final UserId ADA = UserId.of("00A000000000007");
  private static final ConnectedProfile PAGE =
      profile("003-001000000000001-1", Network.FACEBOOK, ProfileStatus.VALID);
  private static final ConnectedProfile BROKEN =
      profile("003-001000000000001-2", Network.FACEBOOK, ProfileStatus.INVALID);
  private static final ConnectedProfile NEW =
      profile("003-001000000000001-98765", Network.of("Bluesky"), ProfileStatus.of("pending"));

  private PeopleScenarios() {}

  static List<AccountScenario> all() {
    return List.of(
        new AccountScenario(
            Operation.LIST_USERS,
            "users.lists-all-with-role-and-time-zone",
            "A list of users tells all of each, the role and the time zone included",
            stage -> {
              var ada = ada().role(UserRole.of("owner")).build();
              stage.backstage.addUser(ada);
              var page = stage.gateway.listUsers();
              assertThat(page.items())
                  .extracting(AccountUser::id)
                  .containsExactlyInAnyOrder(ME, COLLEAGUE, ADA);
              assertThat(page.items()).contains(ada);
              assertThat(page.truncated()).isFalse();
            }),
        new AccountScenario(
            Operation.GET_USER,
            "users.gets-one",
            "One user is told by the id, without a role",
            stage -> {
              stage.backstage.addUser(ada().role(UserRole.ADMIN).build());
              assertThat(stage.gateway.getUser(ADA)).isEqualTo(ada().build());
            }),
        new AccountScenario(
            Operation.GET_USER,
            "users.gets-no-unknown-one",
            "A user who is not there is not found",
            stage ->
                stage.refuses(
                    NotFound.class,
                    CallSubject.ofAccount(Operation.GET_USER, ADA.value()),
                    () -> stage.gateway.getUser(ADA))),
        new AccountScenario(
            Operation.LIST_CREDENTIALS,
            "credentials.lists-no-invalid-ones",
            "A list of credentials leaves out invalid ones, and keeps those of an unknown status",
            stage -> {
              connect(stage);
              var page = stage.gateway.listCredentials(ProfileQuery.valid());
              assertThat(page.items()).containsExactlyInAnyOrder(PAGE, NEW);
              assertThat(page.truncated()).isFalse();
            }),
        new AccountScenario(
            Operation.LIST_CREDENTIALS,
            "credentials.lists-invalid-ones-if-asked",
            "A list of credentials tells all of each, the invalid ones included if asked",
            stage -> {
              connect(stage);
              assertThat(stage.gateway.listCredentials(ProfileQuery.all()).items())
                  .containsExactlyInAnyOrder(PAGE, BROKEN, NEW);
            }),
        new AccountScenario(
            Operation.LIST_CREDENTIALS,
            "credentials.filters-by-network",
            "A list of credentials holds those of one network if asked",
            stage -> {
              connect(stage);
              var query = ProfileQuery.all();
              assertThat(stage.gateway.listCredentials(query.on(Network.FACEBOOK)).items())
                  .containsExactlyInAnyOrder(PAGE, BROKEN);
              assertThat(stage.gateway.listCredentials(query.on(Network.TIKTOK)).items()).isEmpty();
            }),
        new AccountScenario(
            Operation.GET_CREDENTIAL,
            "credentials.gets-one-valid-or-not",
            "One credential is told by its id, valid or not",
            stage -> {
              connect(stage);
              assertThat(stage.gateway.getCredential(PAGE.id())).isEqualTo(PAGE);
              assertThat(stage.gateway.getCredential(BROKEN.id())).isEqualTo(BROKEN);
            }),
        new AccountScenario(
            Operation.GET_CREDENTIAL,
            "credentials.gets-no-unknown-one",
            "A credential that is not there is not found",
            stage ->
                stage.refuses(
                    NotFound.class,
                    CallSubject.ofAccount(Operation.GET_CREDENTIAL, PAGE.id().value()),
                    () -> stage.gateway.getCredential(PAGE.id()))));
  }

  private static void connect(AccountScenarioStage stage) {
    List.of(PAGE, BROKEN, NEW).forEach(stage.backstage::addProfile);
  }

  private static AccountUser.Builder ada() {
    return AccountUser.withId(ADA)
        .name("Ada \u0130 & Co")
        .email("ada@example.org")
        .timeZone("America/New_York")
        .lastLogin(TIME);
  }

  private static ConnectedProfile profile(String id, Network network, ProfileStatus status) {
    return ConnectedProfile.withId(CredentialId.of(id))
        .name("Acme's page")
        .displayName("Acme")
        .network(network)
        .status(status)
        .networkUsername("acme")
        .created(TIME)
        .build();
  }
}
