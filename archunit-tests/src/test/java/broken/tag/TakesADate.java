package broken.tag;

import java.util.Date;

public final class TakesADate {
  public TakesADate(Date date) {}
}
