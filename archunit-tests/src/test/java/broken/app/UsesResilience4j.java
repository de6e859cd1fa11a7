package broken.app;

import io.github.resilience4j.retry.Retry;

final class UsesResilience4j {
  Retry retry;
}
