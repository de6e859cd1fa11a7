package io.inboxport.inmemory;

import io.inboxport.conversation.Network;
import io.inboxport.conversation.UserId;
import io.inboxport.inmemory.ServerBehavior.TagNames;
import io.inboxport.reply.CredentialId;
import io.inboxport.salesforce.IntegrationId;
import io.inboxport.tag.Tag;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the account has besides conversations. Immutable. */
record Directory(
    HashTrie<UserId, User> users,
    HashTrie<CredentialId, Credential> credentials,
    HashTrie<IntegrationId, Integration> integrations,
    HashTrie<String, NamedTag> tags,
    HashTrie<String, NamedTag> foldedTags) {

  static final Directory EMPTY =
      new Directory(
          HashTrie.empty(), HashTrie.empty(), HashTrie.empty(), HashTrie.empty(), HashTrie.empty());

  Directory with(User user) {
    return new Directory(users.with(user), credentials, integrations, tags, foldedTags);
  }

  Directory with(Credential credential) {
    return new Directory(users, credentials.with(credential), integrations, tags, foldedTags);
  }

  Directory with(Integration integration) {
    return new Directory(users, credentials, integrations.with(integration), tags, foldedTags);
  }

  Directory with(Tag tag) {
    var exact = tags.with(new NamedTag(tag.name(), tag));
    var folded = folded(tag.name());
    // Of several spellings the first stays the one that is found.
    return new Directory(
        users,
        credentials,
        integrations,
        exact,
        foldedTags.contains(folded) ? foldedTags : foldedTags.with(new NamedTag(folded, tag)));
  }

  /** The tag of this name, or null where there is none. */
  @Nullable Tag tag(String name, TagNames sameness) {
    var exact = tags.get(name);
    var found = exact == null && sameness == TagNames.FOLDED ? foldedTags.get(folded(name)) : exact;
    return found == null ? null : found.tag;
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  record User(UserId key, String name, String email) implements Keyed<UserId> {}

  record Credential(CredentialId key, Network network) implements Keyed<CredentialId> {}

  record Integration(IntegrationId key) implements Keyed<IntegrationId> {}

  record NamedTag(String key, Tag tag) implements Keyed<String> {}
}
