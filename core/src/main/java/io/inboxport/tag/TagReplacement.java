package io.inboxport.tag;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * Replacement of the tags of a conversation: the names it adds, keeps and removes.
 *
 * <p>Pure arithmetic on two sets of names. Repeated names count once; the order of the given names
 * is kept.
 *
 * @param added the desired names that are new, immutable
 * @param kept the desired names that were there already, immutable
 * @param removed the current names that are no longer desired, immutable
 */
public record TagReplacement(List<TagName> added, List<TagName> kept, List<TagName> removed) {
  /** Creates a replacement from its three parts, copied. */
  public TagReplacement {
    added = List.copyOf(added);
    kept = List.copyOf(kept);
    removed = List.copyOf(removed);
  }

  /** Returns what it takes to get from the current names to the desired ones. */
  public static TagReplacement between(Collection<TagName> current, Collection<TagName> desired) {
    var before = new LinkedHashSet<>(current);
    var after = new LinkedHashSet<>(desired);
    return new TagReplacement(
        after.stream().filter(name -> !before.contains(name)).toList(),
        after.stream().filter(before::contains).toList(),
        before.stream().filter(name -> !after.contains(name)).toList());
  }

  /**
   * Returns whether current and desired names are the same, so that nothing needs to be written.
   */
  public boolean changesNothing() {
    return added.isEmpty() && removed.isEmpty();
  }

  /** The names the conversation ends up with: those kept, then those added. */
  public List<TagName> result() {
    return Stream.concat(kept.stream(), added.stream()).toList();
  }
}
