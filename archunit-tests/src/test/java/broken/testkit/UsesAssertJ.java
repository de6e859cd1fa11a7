package broken.testkit;

import org.assertj.core.api.AbstractAssert;

final class UsesAssertJ {
  AbstractAssert<?, ?> assertion;
}
