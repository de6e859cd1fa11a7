package io.inboxport.testkit.contract;

import static io.inboxport.testkit.contract.Scenario.scenario;
import static io.inboxport.testkit.contract.ScenarioStage.ME;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.account.AccountId;
import io.inboxport.call.Operation;
import java.util.List;

/** Asking who the caller is. */
final class IdentityScenarios {
  static final List<Scenario> ALL =
      List.of(
          scenario(
              "me.tells-user-and-account",
              "The start-up check tells the caller's user and account",
              stage -> {
                var me = stage.gateway.me();
                assertThat(me.user()).isEqualTo(ME);
                assertThat(me.account()).isEqualTo(AccountId.of("001000000000001"));
              }),
          scenario(
                  "me.makes-the-notes",
                  "The caller is who the notes say made them",
                  stage -> {
                    var note = stage.gateway.addNote(stage.received(), "By me");
                    assertThat(note.createdBy()).contains(stage.gateway.me().user());
                  })
              .needing(Operation.ADD_NOTE),
          ReadCase.ME.changesNothing());

  private IdentityScenarios() {}
}
