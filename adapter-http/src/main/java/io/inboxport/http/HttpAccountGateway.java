package io.inboxport.http;

import io.inboxport.call.AccountWrite;
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
import java.time.Duration;

/**
 * The second port over the REST API. Its calls are those of the inbox's gateway: the same client,
 * budget, breaker, deadline and clock.
 *
 * @param exchanges what to ask for
 * @param calls makes the calls
 * @param clock the clock that attempts are timed by
 * @param serverClock the difference to the server's
 */
record HttpAccountGateway(
    AccountExchanges exchanges, CallRunner calls, Clock clock, ServerClock serverClock)
    implements AccountGateway {
  @Override
  public DirectoryPage<Tag> listTags(DirectoryQuery query) {
    return calls.make(exchanges.listTags(query));
  }

  @Override
  public Tag getTag(TagId id) {
    return calls.make(exchanges.getTag(id));
  }

  @Override
  public void renameTag(TagId id, TagName name) {
    calls.make(exchanges.renameTag(new AccountWrite.RenameTag(id, name)));
  }

  @Override
  public void deleteTag(TagId id) {
    calls.make(exchanges.deleteTag(new AccountWrite.DeleteTag(id)));
  }

  @Override
  public DirectoryPage<CannedResponse> listResponses(DirectoryQuery query) {
    return calls.make(exchanges.listResponses(query));
  }

  @Override
  public CannedResponse getResponse(ResponseId id) {
    return calls.make(exchanges.getResponse(id));
  }

  @Override
  public CannedResponse createResponse(ResponseDraft draft) {
    return calls.make(exchanges.createResponse(new AccountWrite.CreateResponse(draft)));
  }

  @Override
  public DirectoryPage<AccountUser> listUsers() {
    return calls.make(exchanges.listUsers());
  }

  @Override
  public AccountUser getUser(UserId id) {
    return calls.make(exchanges.getUser(id));
  }

  @Override
  public DirectoryPage<ConnectedProfile> listCredentials(ProfileQuery query) {
    return calls.make(exchanges.listCredentials(query));
  }

  @Override
  public ConnectedProfile getCredential(CredentialId id) {
    return calls.make(exchanges.getCredential(id));
  }

  /** Measured by the header {@code Date} of the last answer. */
  @Override
  public Duration clockOffset() {
    return serverClock.offset();
  }
}
