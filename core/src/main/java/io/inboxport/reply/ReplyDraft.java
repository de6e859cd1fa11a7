package io.inboxport.reply;

import io.inboxport.text.TextLimit;
import io.inboxport.text.WellFormedText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reply before it is sent. A draft may break the rules, such as that of 1 to 10,000 code points; a
 * {@link ReplyVerdict} tells.
 *
 * <p>Immutable and thread-safe: every method returns a new draft.
 */
public final class ReplyDraft {
  private final String message;
  private final @Nullable CredentialId credential;
  private final @Nullable CommentId parentComment;
  private final List<Map<String, String>> media;
  private final boolean droppingUnsupported;

  private ReplyDraft(
      String message,
      @Nullable CredentialId credential,
      @Nullable CommentId parentComment,
      List<Map<String, String>> media,
      boolean droppingUnsupported) {
    this.message = message;
    this.credential = credential;
    this.parentComment = parentComment;
    this.media = media;
    this.droppingUnsupported = droppingUnsupported;
  }

  /**
   * A draft with this message, of any length, to be sent from the item's default credential.
   *
   * @throws IllegalArgumentException when the message is not {@linkplain WellFormedText
   *     well-formed}
   */
  public static ReplyDraft of(String message) {
    return new ReplyDraft(
        WellFormedText.check("reply message", message), null, null, List.of(), false);
  }

  /** The same draft, sent from this credential. */
  public ReplyDraft from(CredentialId sender) {
    Objects.requireNonNull(sender, "credential");
    return new ReplyDraft(message, sender, parentComment, media, droppingUnsupported);
  }

  /** The same draft, threaded under this public comment. */
  public ReplyDraft under(CommentId parent) {
    Objects.requireNonNull(parent, "parent comment");
    return new ReplyDraft(message, credential, parent, media, droppingUnsupported);
  }

  /**
   * The same draft with one more media object. The vendor documents no keys, so the object is
   * carried as it is, in the order of the map.
   *
   * @throws IllegalArgumentException when the object is empty, a key is blank or holds a square
   *     bracket or a NUL, or a text is not {@linkplain WellFormedText well-formed}. A form cannot
   *     carry a bracket in a key, and PHP cuts a key at a NUL
   */
  public ReplyDraft attaching(Map<String, String> mediaObject) {
    var copy = new LinkedHashMap<>(mediaObject);
    if (copy.isEmpty()) {
      throw new IllegalArgumentException("The media object is empty: give it at least one key.");
    }
    for (var key : copy.keySet()) {
      if (key.isBlank() || key.contains("[") || key.contains("]") || key.indexOf('\0') >= 0) {
        throw new IllegalArgumentException(
            "The media key \""
                + key.replace("\0", "\\0")
                + "\" cannot be written in a form: no brackets, no NUL, not blank.");
      }
    }
    copy.keySet().forEach(key -> WellFormedText.check("media key", key));
    copy.values().forEach(value -> WellFormedText.check("media value", value));
    var more = new ArrayList<>(media);
    more.add(Collections.unmodifiableMap(copy));
    return new ReplyDraft(
        message, credential, parentComment, List.copyOf(more), droppingUnsupported);
  }

  /**
   * The same draft, to be sent without what the network does not support. Without this, such
   * content is a reason to refuse: the server would ignore it and the reply would look complete.
   *
   * <p>If the network or the item type is unknown, nothing is dropped: everything is sent, and the
   * server may ignore a part without saying so.
   */
  public ReplyDraft droppingUnsupported() {
    return new ReplyDraft(message, credential, parentComment, media, true);
  }

  /** The same draft without this content. */
  public ReplyDraft without(Set<ReplyContent> content) {
    return new ReplyDraft(
        message,
        credential,
        content.contains(ReplyContent.PARENT_COMMENT) ? null : parentComment,
        content.contains(ReplyContent.MEDIA) ? List.of() : media,
        droppingUnsupported);
  }

  /** The text. */
  public String message() {
    return message;
  }

  /** The credential to send from; empty for the item's default. */
  public Optional<CredentialId> credential() {
    return Optional.ofNullable(credential);
  }

  /** The public comment to thread the reply under; empty for none. */
  public Optional<CommentId> parentComment() {
    return Optional.ofNullable(parentComment);
  }

  /** The media objects in their order, immutable; usually empty. */
  public List<Map<String, String>> media() {
    return media;
  }

  /** Returns whether unsupported content is to be left out instead of refused. */
  public boolean dropsUnsupported() {
    return droppingUnsupported;
  }

  boolean has(ReplyContent content) {
    return content == ReplyContent.MEDIA ? !media.isEmpty() : parentComment != null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ReplyDraft that
        && message.equals(that.message)
        && Objects.equals(credential, that.credential)
        && Objects.equals(parentComment, that.parentComment)
        && media.equals(that.media)
        && droppingUnsupported == that.droppingUnsupported;
  }

  @Override
  public int hashCode() {
    return Objects.hash(message, credential, parentComment, media, droppingUnsupported);
  }

  /** Names the sender, the parent and how much there is; never the text. */
  @Override
  public String toString() {
    return "ReplyDraft["
        + TextLimit.lengthOf(message)
        + " characters, credential="
        + credential
        + ", parentComment="
        + parentComment
        + ", media="
        + media.size()
        + (droppingUnsupported ? ", dropping unsupported" : "")
        + "]";
  }
}
