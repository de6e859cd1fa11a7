package io.inboxport.inmemory;

import io.inboxport.conversation.UserId;
import io.inboxport.directory.AccountUser;
import io.inboxport.directory.CannedResponse;
import io.inboxport.directory.ConnectedProfile;
import io.inboxport.directory.ResponseId;
import io.inboxport.inmemory.ServerBehavior.TagNames;
import io.inboxport.reply.CredentialId;
import io.inboxport.salesforce.IntegrationId;
import io.inboxport.tag.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Directory of what the account has besides conversations: users, connected profiles, Salesforce
 * integrations, canned responses, tags. Immutable.
 */
record AccountDirectory(
    OrderedEntries<UserId, AccountUser> users,
    OrderedEntries<CredentialId, ConnectedProfile> profiles,
    OrderedEntries<IntegrationId, Boolean> integrations,
    OrderedEntries<ResponseId, CannedResponse> responses,
    TagCatalog tags) {

  static final AccountDirectory EMPTY =
      new AccountDirectory(
          OrderedEntries.empty(),
          OrderedEntries.empty(),
          OrderedEntries.empty(),
          OrderedEntries.empty(),
          TagCatalog.EMPTY);

  AccountDirectory with(AccountUser user) {
    return new AccountDirectory(
        users.with(user.id(), user), profiles, integrations, responses, tags);
  }

  AccountDirectory with(ConnectedProfile profile) {
    return new AccountDirectory(
        users, profiles.with(profile.id(), profile), integrations, responses, tags);
  }

  AccountDirectory with(IntegrationId id) {
    return new AccountDirectory(users, profiles, integrations.with(id, true), responses, tags);
  }

  AccountDirectory with(CannedResponse response) {
    return new AccountDirectory(
        users, profiles, integrations, responses.with(response.id(), response), tags);
  }

  AccountDirectory with(TagCatalog changed) {
    return new AccountDirectory(users, profiles, integrations, responses, changed);
  }

  /** Returns the tag of this name, or null if there is none. */
  @Nullable Tag tag(String name, TagNames comparison) {
    return tags.find(name, comparison);
  }
}
