package broken.tag;

import java.time.LocalDateTime;
import java.util.List;

public final class TellsLocalTime {
  public List<LocalDateTime> times() {
    return List.of();
  }
}
