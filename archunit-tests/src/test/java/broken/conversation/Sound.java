package broken.conversation;

import java.time.Instant;

/** The one that breaks no rule. */
public final class Sound {
  private final Instant created;

  public Sound(Instant created) {
    this.created = created;
  }

  public Instant created() {
    return created;
  }
}
