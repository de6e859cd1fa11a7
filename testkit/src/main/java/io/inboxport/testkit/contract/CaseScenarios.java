package io.inboxport.testkit.contract;

import static io.inboxport.testkit.contract.Scenario.scenario;
import static io.inboxport.testkit.contract.ScenarioStage.INTEGRATION;
import static io.inboxport.testkit.contract.ScenarioStage.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.InboxException.Rejected;
import io.inboxport.call.Operation;
import io.inboxport.salesforce.IntegrationId;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.salesforce.SalesforceContactId;
import io.inboxport.salesforce.SalesforceUserId;
import java.util.List;

/** Creating and updating Salesforce cases. */
final class CaseScenarios {
  private static final SalesforceCase BARE = SalesforceCase.through(INTEGRATION);
  private static final SalesforceCase FULL =
      BARE.ownedBy(SalesforceUserId.of("005000000000001"))
          .about(SalesforceContactId.of("003000000000001"))
          .describedAs("Cannot log in & is angry: 100%");

  static final List<Scenario> ALL =
      List.of(
          scenario(
              "case.is-created-with-all-it-says",
              "A case is created with its owner, contact and description",
              stage -> creates(stage, FULL)),
          scenario(
              "case.is-created-with-nothing-but-the-integration",
              "A case needs nothing but the integration",
              stage -> creates(stage, BARE)),
          scenario(
              "case.is-updated-by-a-second-call",
              "A second call on the same item succeeds and updates the case",
              stage -> {
                stage.backstage.addIntegration(INTEGRATION);
                var id = stage.received();
                stage.gateway.createCase(id, BARE);
                stage.gateway.createCase(id, FULL);
                assertThat(stage.backstage.cases(id)).containsExactly(BARE, FULL);
              }),
          scenario(
              "case.stays-out-of-the-inbox",
              "A case leaves status, assignee, tags and timeline as they were",
              stage -> {
                stage.backstage.addIntegration(INTEGRATION);
                var id = stage.received();
                var before = stage.backstage.conversation(id);
                var timeline = stage.backstage.timeline(id);
                stage.gateway.createCase(id, FULL);
                var after = stage.backstage.conversation(id);
                assertThat(after.status()).isEqualTo(before.status());
                assertThat(after.assignee()).isEqualTo(before.assignee());
                assertThat(after.tags()).isEqualTo(before.tags());
                assertThat(stage.backstage.timeline(id)).isEqualTo(timeline);
              }),
          scenario(
              "case.touches-one-item-only",
              "A case of an item is no other's",
              stage -> {
                var other = stage.received();
                creates(stage, FULL);
                assertThat(stage.backstage.cases(other)).isEmpty();
              }),
          scenario(
              "case.takes-10000-characters",
              "A description may have 10,000 code points, emoji too",
              stage -> creates(stage, BARE.describedAs("🎉".repeat(10_000)))),
          scenario(
              "case.needs-an-integration",
              "Without an active integration a case is rejected: the server answers 400",
              stage -> {
                var id = stage.received();
                var error =
                    stage.refuses(
                        Rejected.class,
                        Operation.CREATE_CASE,
                        id,
                        () -> stage.gateway.createCase(id, BARE));
                assertThat(error.status()).isEqualTo(400);
              }),
          scenario(
              "case.needs-the-right-integration",
              "An integration that is not the account's is rejected",
              stage -> {
                stage.backstage.addIntegration(IntegrationId.of("sfint00000000002"));
                var id = stage.received();
                stage.refuses(
                    Rejected.class,
                    Operation.CREATE_CASE,
                    id,
                    () -> stage.gateway.createCase(id, FULL));
              }),
          scenario(
              "case.does-not-find-an-unknown-id",
              "There is no case for an item that does not exist",
              stage -> {
                stage.backstage.addIntegration(INTEGRATION);
                stage.received();
                stage.findsNothing(
                    Operation.CREATE_CASE, NOBODY, () -> stage.gateway.createCase(NOBODY, FULL));
              }));

  private CaseScenarios() {}

  private static void creates(ScenarioStage stage, SalesforceCase wanted) {
    stage.backstage.addIntegration(INTEGRATION);
    var id = stage.received();
    stage.gateway.createCase(id, wanted);
    assertThat(stage.backstage.cases(id)).containsExactly(wanted);
  }
}
