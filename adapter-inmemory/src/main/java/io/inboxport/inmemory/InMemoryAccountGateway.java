package io.inboxport.inmemory;

import io.inboxport.call.AccountWrite;
import io.inboxport.call.CallSubject;
import io.inboxport.call.Operation;
import io.inboxport.conversation.UserId;
import io.inboxport.directory.AccountUser;
import io.inboxport.directory.CannedResponse;
import io.inboxport.directory.ConnectedProfile;
import io.inboxport.directory.DirectoryPage;
import io.inboxport.directory.DirectoryQuery;
import io.inboxport.directory.ProfileQuery;
import io.inboxport.directory.ResponseDraft;
import io.inboxport.directory.ResponseId;
import io.inboxport.port.AccountGateway;
import io.inboxport.reply.CredentialId;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagId;
import io.inboxport.tag.TagName;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The second port of the twin: its state, faults, behavior and clock are those of the inbox. */
final class InMemoryAccountGateway implements AccountGateway {
  private final TwinAccess twin;

  InMemoryAccountGateway(TwinAccess twin) {
    this.twin = twin;
  }

  /** Access to the twin that this is a port of. */
  interface TwinAccess {
    Clock clock();

    FaultChannel channel();

    /** Returns the call at this moment. */
    ServerCall call(CallSubject subject);

    /** Executes a write now, and returns the state after it. */
    InboxState execute(DelayedWrite.Execution execution);

    /** Makes the next state. */
    InboxState change(UnaryOperator<InboxState> step);
  }

  @Override
  public DirectoryPage<Tag> listTags(DirectoryQuery query) {
    Objects.requireNonNull(query, "query");
    return page(Operation.LIST_TAGS, call -> AccountQueries.tags(call, query));
  }

  @Override
  public Tag getTag(TagId id) {
    return read(of(Operation.GET_TAG, id.value()), call -> AccountQueries.tag(call, id));
  }

  @Override
  public void renameTag(TagId id, TagName name) {
    write(new AccountWrite.RenameTag(id, name));
  }

  @Override
  public void deleteTag(TagId id) {
    write(new AccountWrite.DeleteTag(id));
  }

  @Override
  public DirectoryPage<CannedResponse> listResponses(DirectoryQuery query) {
    Objects.requireNonNull(query, "query");
    return page(Operation.LIST_RESPONSES, call -> AccountQueries.responses(call, query));
  }

  @Override
  public CannedResponse getResponse(ResponseId id) {
    return read(of(Operation.GET_RESPONSE, id.value()), call -> AccountQueries.response(call, id));
  }

  @Override
  public CannedResponse createResponse(ResponseDraft draft) {
    var write = new AccountWrite.CreateResponse(draft);
    return AccountChanges.created(write(write), write);
  }

  @Override
  public DirectoryPage<AccountUser> listUsers() {
    return page(Operation.LIST_USERS, AccountQueries::users);
  }

  @Override
  public AccountUser getUser(UserId id) {
    return read(of(Operation.GET_USER, id.value()), call -> AccountQueries.user(call, id));
  }

  @Override
  public DirectoryPage<ConnectedProfile> listCredentials(ProfileQuery query) {
    Objects.requireNonNull(query, "query");
    return page(Operation.LIST_CREDENTIALS, call -> AccountQueries.profiles(call, query));
  }

  @Override
  public ConnectedProfile getCredential(CredentialId id) {
    return read(of(Operation.GET_CREDENTIAL, id.value()), call -> AccountQueries.profile(call, id));
  }

  @Override
  public Clock clock() {
    return twin.clock();
  }

  private static CallSubject of(Operation operation, String id) {
    return CallSubject.ofAccount(operation, id);
  }

  private <T> T read(CallSubject subject, Function<ServerCall, T> answer) {
    return twin.channel().read(subject, () -> answer.apply(twin.call(subject)));
  }

  private <T> DirectoryPage<T> page(
      Operation operation, Function<ServerCall, DirectoryPage<T>> answer) {
    var subject = CallSubject.of(operation);
    return twin.channel()
        .read(subject, () -> answer.apply(twin.call(subject)), PageDamage::ofDirectory);
  }

  private InboxState write(AccountWrite write) {
    DelayedWrite.Execution execution =
        (before, behavior, at) -> AccountChanges.of(write, before, behavior, at);
    return twin.channel()
        .write(
            write.subject(),
            FaultOutcome.Doubt.about(write),
            () -> twin.execute(execution),
            (Instant due) ->
                twin.change(before -> before.with(new DelayedWrite(write, execution, due))));
  }
}
