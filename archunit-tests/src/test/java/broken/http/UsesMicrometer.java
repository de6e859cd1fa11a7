package broken.http;

import io.micrometer.core.instrument.MeterRegistry;

final class UsesMicrometer {
  MeterRegistry registry;
}
