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
    HashTrie<UserId, Mapped<UserId, Directory.User>> users,
    HashTrie<CredentialId, Mapped<CredentialId, Network>> credentials,
    HashTrie<IntegrationId, Mapped<IntegrationId, Boolean>> integrations,
    HashTrie<String, Mapped<String, Tag>> tags,
    HashTrie<String, Mapped<String, Tag>> foldedTags) {

  static final Directory EMPTY =
      new Directory(
          HashTrie.empty(), HashTrie.empty(), HashTrie.empty(), HashTrie.empty(), HashTrie.empty());

  Directory with(UserId id, User user) {
    var more = users.with(new Mapped<>(id, user));
    return new Directory(more, credentials, integrations, tags, foldedTags);
  }

  Directory with(CredentialId id, Network network) {
    var more = credentials.with(new Mapped<>(id, network));
    return new Directory(users, more, integrations, tags, foldedTags);
  }

  Directory with(IntegrationId id) {
    var more = integrations.with(new Mapped<>(id, true));
    return new Directory(users, credentials, more, tags, foldedTags);
  }

  Directory with(Tag tag) {
    var exact = tags.with(new Mapped<>(tag.name(), tag));
    var name = folded(tag.name());
    // Of several spellings the first stays the one that is found.
    var folded = foldedTags.contains(name) ? foldedTags : foldedTags.with(new Mapped<>(name, tag));
    return new Directory(users, credentials, integrations, exact, folded);
  }

  /** The tag of this name, or null where there is none. */
  @Nullable Tag tag(String name, TagNames sameness) {
    var exact = tags.get(name);
    var found = exact == null && sameness == TagNames.FOLDED ? foldedTags.get(folded(name)) : exact;
    return found == null ? null : found.value();
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** A user as {@code me} tells. */
  record User(String name, String email) {}
}
