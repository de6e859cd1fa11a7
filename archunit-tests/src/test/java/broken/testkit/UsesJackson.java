package broken.testkit;

import com.fasterxml.jackson.core.JsonFactory;

final class UsesJackson {
  JsonFactory factory;
}
