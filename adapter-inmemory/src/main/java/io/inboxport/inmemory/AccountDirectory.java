package io.inboxport.inmemory;

import io.inboxport.conversation.Network;
import io.inboxport.conversation.UserId;
import io.inboxport.inmemory.ServerBehavior.TagNames;
import io.inboxport.reply.CredentialId;
import io.inboxport.salesforce.IntegrationId;
import io.inboxport.tag.Tag;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Directory of what the account has besides conversations: users, credentials, tags. Immutable. */
record AccountDirectory(
    PersistentMap<UserId, KeyedValue<UserId, AccountDirectory.User>> users,
    PersistentMap<CredentialId, KeyedValue<CredentialId, Network>> credentials,
    PersistentMap<IntegrationId, KeyedValue<IntegrationId, Boolean>> integrations,
    PersistentMap<String, KeyedValue<String, Tag>> tags,
    PersistentMap<String, KeyedValue<String, Tag>> foldedTags) {

  static final AccountDirectory EMPTY =
      new AccountDirectory(
          PersistentMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty());

  AccountDirectory with(UserId id, User user) {
    var more = users.with(new KeyedValue<>(id, user));
    return new AccountDirectory(more, credentials, integrations, tags, foldedTags);
  }

  AccountDirectory with(CredentialId id, Network network) {
    var more = credentials.with(new KeyedValue<>(id, network));
    return new AccountDirectory(users, more, integrations, tags, foldedTags);
  }

  AccountDirectory with(IntegrationId id) {
    var more = integrations.with(new KeyedValue<>(id, true));
    return new AccountDirectory(users, credentials, more, tags, foldedTags);
  }

  AccountDirectory with(Tag tag) {
    var exact = tags.with(new KeyedValue<>(tag.name(), tag));
    var name = folded(tag.name());
    // Of several spellings the first stays the one that is found.
    var folded =
        foldedTags.contains(name) ? foldedTags : foldedTags.with(new KeyedValue<>(name, tag));
    return new AccountDirectory(users, credentials, integrations, exact, folded);
  }

  /** Returns the tag of this name, or null if there is none. */
  @Nullable Tag tag(String name, TagNames comparison) {
    var exact = tags.get(name);
    var found =
        exact == null && comparison == TagNames.FOLDED ? foldedTags.get(folded(name)) : exact;
    return found == null ? null : found.value();
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** User as {@code me} tells. */
  record User(String name, String email) {}
}
