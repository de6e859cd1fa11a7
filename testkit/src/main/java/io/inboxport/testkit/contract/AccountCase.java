package io.inboxport.testkit.contract;

import io.inboxport.call.AccountWrite;
import io.inboxport.call.CallSubject;
import io.inboxport.call.Operation;
import io.inboxport.conversation.Network;
import io.inboxport.directory.CannedResponse;
import io.inboxport.directory.ConnectedProfile;
import io.inboxport.directory.DirectoryQuery;
import io.inboxport.directory.ProfileQuery;
import io.inboxport.directory.ProfileStatus;
import io.inboxport.directory.ResponseDraft;
import io.inboxport.directory.ResponseId;
import io.inboxport.directory.ResponseVisibility;
import io.inboxport.reply.CredentialId;
import io.inboxport.tag.TagId;
import io.inboxport.tag.TagName;
import org.jspecify.annotations.Nullable;

/** One sound call of each account operation. */
enum AccountCase {
  LIST_TAGS(Operation.LIST_TAGS, "", s -> s.gateway.listTags(DirectoryQuery.all())),
  GET_TAG(Operation.GET_TAG, Ids.TAG, s -> s.gateway.getTag(TagId.of(Ids.TAG))),
  RENAME_TAG(
      Operation.RENAME_TAG,
      Ids.TAG,
      s -> s.gateway.renameTag(TagId.of(Ids.TAG), TagName.of("Renamed"))),
  DELETE_TAG(Operation.DELETE_TAG, Ids.TAG, s -> s.gateway.deleteTag(TagId.of(Ids.TAG))),
  LIST_RESPONSES(Operation.LIST_RESPONSES, "", s -> s.gateway.listResponses(DirectoryQuery.all())),
  GET_RESPONSE(
      Operation.GET_RESPONSE,
      Ids.RESPONSE,
      s -> s.gateway.getResponse(ResponseId.of(Ids.RESPONSE))),
  CREATE_RESPONSE(
      Operation.CREATE_RESPONSE,
      "",
      s -> s.gateway.createResponse(ResponseDraft.shared("New", "A text"))),
  LIST_USERS(Operation.LIST_USERS, "", s -> s.gateway.listUsers()),
  GET_USER(
      Operation.GET_USER,
      AccountScenarioStage.ME.value(),
      s -> s.gateway.getUser(AccountScenarioStage.ME)),
  LIST_CREDENTIALS(
      Operation.LIST_CREDENTIALS, "", s -> s.gateway.listCredentials(ProfileQuery.all())),
  GET_CREDENTIAL(
      Operation.GET_CREDENTIAL,
      Ids.CREDENTIAL,
      s -> s.gateway.getCredential(CredentialId.of(Ids.CREDENTIAL)));

  private final Operation operation;
  private final String id;

  @SuppressWarnings("ImmutableEnumChecker") // The calls hold no state.
  private final AccountScenario.Body body;

  AccountCase(Operation operation, String id, AccountScenario.Body body) {
    this.operation = operation;
    this.id = id;
    this.body = body;
  }

  Operation operation() {
    return operation;
  }

  CallSubject subject() {
    return id.isEmpty() ? CallSubject.of(operation) : CallSubject.ofAccount(operation, id);
  }

  /** Returns the write, or null if it is a read. */
  @Nullable AccountWrite write() {
    return switch (this) {
      case RENAME_TAG -> new AccountWrite.RenameTag(TagId.of(Ids.TAG), TagName.of("Renamed"));
      case DELETE_TAG -> new AccountWrite.DeleteTag(TagId.of(Ids.TAG));
      case CREATE_RESPONSE ->
          new AccountWrite.CreateResponse(ResponseDraft.shared("New", "A text"));
      default -> null;
    };
  }

  void perform(AccountScenarioStage stage) {
    body.play(stage);
  }

  /** One of everything comes into a fresh account, so that the call succeeds without a fault. */
  void prepare(AccountScenarioStage stage) {
    stage.tags("Support", "VIP");
    stage.backstage.addResponse(
        CannedResponse.withId(ResponseId.of(Ids.RESPONSE))
            .name("Welcome")
            .content("Hi")
            .visibility(ResponseVisibility.SHARED)
            .build());
    stage.backstage.addProfile(
        ConnectedProfile.withId(CredentialId.of(Ids.CREDENTIAL))
            .network(Network.FACEBOOK)
            .status(ProfileStatus.VALID)
            .build());
  }

  /** Ids of what stands in the account. */
  private static final class Ids {
    private static final String TAG = "etg000000000001";
    private static final String RESPONSE = "cnr000000000009";
    private static final String CREDENTIAL = "003-001000000000001-1";

    private Ids() {}
  }
}
