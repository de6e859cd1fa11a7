package broken.inmemory;

import java.util.concurrent.TimeUnit;

final class SleepsInUnits {
  void rest() throws InterruptedException {
    TimeUnit.SECONDS.sleep(1);
  }
}
