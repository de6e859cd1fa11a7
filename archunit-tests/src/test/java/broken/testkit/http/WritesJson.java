package broken.testkit.http;

import com.fasterxml.jackson.core.JsonFactory;

final class WritesJson {
  JsonFactory factory;
}
