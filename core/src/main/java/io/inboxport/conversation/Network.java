package io.inboxport.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Social network that a conversation takes place on.
 *
 * <p>The vocabulary is open: {@link #of} takes any text the server sends and keeps it. Texts are
 * compared without regard to case, so {@code of("FACEBOOK")} equals {@link #FACEBOOK}. Immutable
 * and thread-safe.
 *
 * <p>TikTok is a valid network. The vendor's list of filter values leaves it out, but the vendor's
 * published schema of tools has it.
 */
public final class Network extends OpenTerm<Network.Known> {
  /** The values known to this version, for tables and switches. */
  public enum Known {
    /** Facebook. */
    FACEBOOK,
    /** X, which the API calls Twitter; {@code of("X")} is this one too. */
    TWITTER,
    /** LinkedIn. */
    LINKEDIN,
    /** Instagram. */
    INSTAGRAM,
    /** YouTube. */
    YOUTUBE,
    /** TikTok. */
    TIKTOK
  }

  /** Facebook. */
  public static final Network FACEBOOK = new Network("Facebook", "Facebook", Known.FACEBOOK);

  /** X, which the API calls Twitter; {@code of("X")} is this one too. */
  public static final Network TWITTER = new Network("Twitter", "Twitter", Known.TWITTER);

  /** LinkedIn. */
  public static final Network LINKEDIN = new Network("LinkedIn", "LinkedIn", Known.LINKEDIN);

  /** Instagram. */
  public static final Network INSTAGRAM = new Network("Instagram", "Instagram", Known.INSTAGRAM);

  /** YouTube. */
  public static final Network YOUTUBE = new Network("YouTube", "YouTube", Known.YOUTUBE);

  /** TikTok. */
  public static final Network TIKTOK = new Network("TikTok", "TikTok", Known.TIKTOK);

  private static final List<Network> VALUES =
      List.of(FACEBOOK, TWITTER, LINKEDIN, INSTAGRAM, YOUTUBE, TIKTOK);

  private Network(String text, String name, @Nullable Known known) {
    super(text, name, known);
  }

  /** Returns the value for this text, which may be unknown or empty; never throws on a text. */
  public static Network of(String text) {
    return text.equalsIgnoreCase("X")
        ? new Network(text, TWITTER.name(), Known.TWITTER)
        : find(text, VALUES, Network::new);
  }

  /** Returns the known values, in the order of {@link Known}. */
  public static List<Network> values() {
    return VALUES;
  }
}
