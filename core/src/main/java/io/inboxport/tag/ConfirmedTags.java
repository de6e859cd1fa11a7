package io.inboxport.tag;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tags of a conversation as the server confirmed them, beside the names that were asked for.
 *
 * <p>A server may confirm other tags than those asked for: it drops a name, changes its letters, or
 * keeps a tag. Names are compared as they stand, upper and lower case included.
 *
 * @param asked the names asked for, each once, immutable
 * @param tags the tags that the conversation has now, as the server tells them, immutable
 */
public record ConfirmedTags(List<TagName> asked, List<Tag> tags) {
  /** Creates the comparison of these names and these tags, both copied. */
  public ConfirmedTags {
    asked = List.copyOf(new LinkedHashSet<>(asked));
    tags = List.copyOf(tags);
  }

  /** Returns whether the server confirmed the names that were asked for, and no others. */
  public boolean isAsAsked() {
    return missing().isEmpty() && unasked().isEmpty();
  }

  /** Returns the names that were asked for and not confirmed. */
  public List<TagName> missing() {
    return without(asked, tags);
  }

  /** Returns the tags that were confirmed and not asked for. */
  public List<Tag> unasked() {
    return tags.stream().filter(tag -> !isNamed(tag, asked)).toList();
  }

  static List<TagName> without(Collection<TagName> names, Collection<Tag> tags) {
    var present = tags.stream().map(Tag::name).collect(Collectors.toSet());
    return names.stream().filter(name -> !present.contains(name.value())).toList();
  }

  static boolean isNamed(Tag tag, Collection<TagName> names) {
    return names.stream().anyMatch(name -> name.value().equals(tag.name()));
  }
}
