package io.inboxport.inmemory;

import io.inboxport.inmemory.ServerBehavior.TagNames;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tags of the account, by id and by name. Immutable. */
record TagCatalog(
    OrderedEntries<TagId, Tag> byId,
    PersistentMap<String, KeyedValue<String, Tag>> byName,
    PersistentMap<String, KeyedValue<String, Tag>> byFoldedName) {
  static final TagCatalog EMPTY =
      new TagCatalog(OrderedEntries.empty(), PersistentMap.empty(), PersistentMap.empty());

  /** Returns the tag of this name, or null if there is none. */
  @Nullable Tag find(String name, TagNames comparison) {
    var exact = byName.get(name);
    var found =
        exact == null && comparison == TagNames.FOLDED ? byFoldedName.get(folded(name)) : exact;
    return found == null ? null : found.value();
  }

  /** Returns the tags, first to last. */
  List<Tag> all() {
    return byId.values().toList();
  }

  TagCatalog with(Tag tag) {
    var name = folded(tag.name());
    return new TagCatalog(
        byId.with(tag.id(), tag),
        byName.with(new KeyedValue<>(tag.name(), tag)),
        // Of several spellings the first stays the one that is found.
        byFoldedName.contains(name)
            ? byFoldedName
            : byFoldedName.with(new KeyedValue<>(name, tag)));
  }

  /** Returns the catalog with this tag in place of the one that has its id. */
  TagCatalog renamed(Tag before, Tag after) {
    return named(byId.with(after.id(), after), before).with(after);
  }

  TagCatalog without(Tag tag) {
    return named(byId.without(tag.id()), tag);
  }

  /** Returns the catalog of these tags, in which this one no longer has its name. */
  private static TagCatalog named(OrderedEntries<TagId, Tag> tags, Tag gone) {
    // Rare, and the other spellings of its name have to be found again.
    var catalog = new TagCatalog(tags, PersistentMap.empty(), PersistentMap.empty());
    for (var tag : tags.values().toList()) {
      catalog = tag.id().equals(gone.id()) ? catalog : catalog.with(tag);
    }
    return catalog;
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
