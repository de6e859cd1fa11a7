package io.inboxport.port;

import io.inboxport.conversation.UserId;
import io.inboxport.directory.AccountUser;
import io.inboxport.directory.CannedResponse;
import io.inboxport.directory.ConnectedProfile;
import io.inboxport.directory.DirectoryPage;
import io.inboxport.directory.DirectoryQuery;
import io.inboxport.directory.ProfileQuery;
import io.inboxport.directory.ResponseDraft;
import io.inboxport.directory.ResponseId;
import io.inboxport.reply.CredentialId;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagId;
import io.inboxport.tag.TagName;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

/**
 * Account gateway that passes every call on to another one. A decorator extends it and overrides
 * the calls it changes. Thread-safe, because every gateway is; a subclass has to stay so.
 */
public abstract class ForwardingAccountGateway implements AccountGateway {
  private final AccountGateway delegate;

  /** Creates a gateway in front of this one. */
  protected ForwardingAccountGateway(AccountGateway delegate) {
    this.delegate = Objects.requireNonNull(delegate, "delegate");
  }

  /** Returns the gateway that the calls are passed on to. */
  protected final AccountGateway delegate() {
    return delegate;
  }

  @Override
  public DirectoryPage<Tag> listTags(DirectoryQuery query) {
    return delegate.listTags(query);
  }

  @Override
  public Tag getTag(TagId id) {
    return delegate.getTag(id);
  }

  @Override
  public void renameTag(TagId id, TagName name) {
    delegate.renameTag(id, name);
  }

  @Override
  public void deleteTag(TagId id) {
    delegate.deleteTag(id);
  }

  @Override
  public DirectoryPage<CannedResponse> listResponses(DirectoryQuery query) {
    return delegate.listResponses(query);
  }

  @Override
  public CannedResponse getResponse(ResponseId id) {
    return delegate.getResponse(id);
  }

  @Override
  public CannedResponse createResponse(ResponseDraft draft) {
    return delegate.createResponse(draft);
  }

  @Override
  public DirectoryPage<AccountUser> listUsers() {
    return delegate.listUsers();
  }

  @Override
  public AccountUser getUser(UserId id) {
    return delegate.getUser(id);
  }

  @Override
  public DirectoryPage<ConnectedProfile> listCredentials(ProfileQuery query) {
    return delegate.listCredentials(query);
  }

  @Override
  public ConnectedProfile getCredential(CredentialId id) {
    return delegate.getCredential(id);
  }

  @Override
  public Clock clock() {
    return delegate.clock();
  }

  @Override
  public Duration clockOffset() {
    return delegate.clockOffset();
  }

  @Override
  public void close() {
    delegate.close();
  }
}
