package io.inboxport.testkit.contract;

import static io.inboxport.testkit.contract.AccountScenarioStage.COLLEAGUE;
import static io.inboxport.testkit.contract.AccountScenarioStage.ME;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.CallSubject;
import io.inboxport.call.InboxException.NotFound;
import io.inboxport.call.InboxException.Rejected;
import io.inboxport.call.Operation;
import io.inboxport.directory.CannedResponse;
import io.inboxport.directory.DirectoryQuery;
import io.inboxport.directory.ListOrdering;
import io.inboxport.directory.ResponseDraft;
import io.inboxport.directory.ResponseId;
import io.inboxport.directory.ResponseVisibility;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Scenarios of canned responses. */
final class ResponseScenarios {
  private static final Instant SPRING = Instant.parse("2025-03-01T08:30:00Z");

  private ResponseScenarios() {}

  static List<AccountScenario> all() {
    return List.of(
        new AccountScenario(
            Operation.LIST_RESPONSES,
            "canned-responses.lists-all-of-each",
            "A list of canned responses tells all of each",
            stage -> {
              var welcome = response("cnr000000000001", "Welcome").build();
              var follow =
                  response("cnr000000000002", "Follow-up \ud83c\udf89")
                      .visibility(ResponseVisibility.PRIVATE)
                      .build();
              stage.backstage.addResponse(welcome);
              stage.backstage.addResponse(follow);
              var page = stage.gateway.listResponses(DirectoryQuery.all());
              assertThat(page.items()).containsExactly(welcome, follow);
              assertThat(page.truncated()).isFalse();
            }),
        new AccountScenario(
            Operation.LIST_RESPONSES,
            "canned-responses.orders-and-pages",
            "Canned responses come in the order asked for, page by page",
            stage -> {
              for (int i = 1; i <= 3; i++) {
                stage.backstage.addResponse(
                    response("cnr00000000000" + i, "No. " + i)
                        .created(SPRING.plus(i, ChronoUnit.DAYS))
                        .build());
              }
              var query = DirectoryQuery.all().inOrder(ListOrdering.newestFirst()).atMost(2);
              assertThat(stage.gateway.listResponses(query).items())
                  .extracting(CannedResponse::name)
                  .containsExactly("No. 3", "No. 2");
              assertThat(stage.gateway.listResponses(query.page(1)).items())
                  .extracting(CannedResponse::name)
                  .containsExactly("No. 1");
            }),
        new AccountScenario(
            Operation.LIST_RESPONSES,
            "canned-responses.lists-no-private-one-of-another",
            "A private canned response of another user is not listed",
            stage -> {
              stage.backstage.addResponse(ofAnother());
              assertThat(stage.gateway.listResponses(DirectoryQuery.all()).items()).isEmpty();
            }),
        new AccountScenario(
            Operation.GET_RESPONSE,
            "canned-responses.gets-one",
            "One canned response is told by its id",
            stage -> {
              var welcome =
                  response("cnr000000000001", "Welcome")
                      .content("Hi \ud83d\ude00\n\"you\"")
                      .build();
              stage.backstage.addResponse(welcome);
              assertThat(stage.gateway.getResponse(welcome.id())).isEqualTo(welcome);
            }),
        new AccountScenario(
            Operation.GET_RESPONSE,
            "canned-responses.gets-no-private-one-of-another",
            "A private canned response of another user is not found, and neither is an unknown one",
            stage -> {
              stage.backstage.addResponse(ofAnother());
              for (var id : List.of(ofAnother().id(), ResponseId.of("cnr999999999999"))) {
                stage.refuses(
                    NotFound.class,
                    CallSubject.ofAccount(Operation.GET_RESPONSE, id.value()),
                    () -> stage.gateway.getResponse(id));
              }
            }),
        new AccountScenario(
            Operation.CREATE_RESPONSE,
            "canned-responses.creates",
            "A canned response that is created is there as it was asked for, by the caller",
            stage -> {
              var draft = ResponseDraft.privately("Caf\u00e9 & bar", "1 < 2 \ud83c\udf89\n+1");
              var created = stage.gateway.createResponse(draft);
              assertThat(created.name()).isEqualTo(draft.name());
              assertThat(created.content()).isEqualTo(draft.content());
              assertThat(created.visibility()).isEqualTo(ResponseVisibility.PRIVATE);
              assertThat(created.createdBy()).contains(ME);
              assertThat(created.created())
                  .contains(stage.backstage.now().truncatedTo(ChronoUnit.SECONDS));
              assertThat(stage.backstage.responses()).containsExactly(created);
            }),
        new AccountScenario(
            Operation.CREATE_RESPONSE,
            "canned-responses.creates-the-longest",
            "A name of 64 and a text of 10,000 code points are taken whole",
            stage -> {
              var draft =
                  ResponseDraft.shared("\ud83c\udf89".repeat(64), "\ud83c\udf89".repeat(10_000));
              assertThat(stage.gateway.createResponse(draft).content()).isEqualTo(draft.content());
              assertThat(stage.backstage.responses())
                  .extracting(CannedResponse::name)
                  .containsExactly(draft.name());
            }),
        new AccountScenario(
            Operation.CREATE_RESPONSE,
            "canned-responses.refuses-a-name-that-is-taken",
            "A name that another canned response has is refused with status 409",
            stage -> {
              stage.backstage.addResponse(response("cnr000000000001", "Welcome").build());
              var refused =
                  stage.refuses(
                      Rejected.class,
                      CallSubject.of(Operation.CREATE_RESPONSE),
                      () -> stage.gateway.createResponse(ResponseDraft.shared("Welcome", "Hi")));
              assertThat(refused.status()).isEqualTo(409);
            }));
  }

  private static CannedResponse.Builder response(String id, String name) {
    return CannedResponse.withId(ResponseId.of(id))
        .name(name)
        .content("Thanks!")
        .visibility(ResponseVisibility.SHARED)
        .created(SPRING)
        .createdBy(ME);
  }

  private static CannedResponse ofAnother() {
    return response("cnr000000000007", "Secret")
        .visibility(ResponseVisibility.PRIVATE)
        .createdBy(COLLEAGUE)
        .build();
  }
}
